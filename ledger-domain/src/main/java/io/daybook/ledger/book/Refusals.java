package io.daybook.ledger.book;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.book.BookError.RefusedRequestReused;
import io.daybook.ledger.book.BookState.RefusalState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The writes of a book that were refused, by their request. */
final class Refusals {
  private final Layer<String, Refusal> refusalsByRequest;

  private Refusals(Layer<String, Refusal> refusalsByRequest) {
    this.refusalsByRequest = refusalsByRequest;
  }

  Refusals() {
    this(Layer.ofConstants());
  }

  Refusals fork() {
    return new Refusals(refusalsByRequest.fork());
  }

  /**
   * Checks that {@code request} was not refused before.
   *
   * @throws CommandRefused as it was refused then, or because it says something else now
   */
  void requireNew(WriteRequest request) {
    @Nullable RequestId id = request.request();
    @Nullable Refusal known = id == null ? null : refusalsByRequest.find(id.value());
    if (id == null || known == null) {
      return;
    }
    if (request.contentHash() != null && !known.contentHash().equals(request.contentHash())) {
      throw new CommandRefused(new RefusedRequestReused(id));
    }
    throw new CommandRefused(new RefusedBefore(known));
  }

  boolean has(RequestId request) {
    return refusalsByRequest.find(request.value()) != null;
  }

  void put(RequestId request, Refusal refusal) {
    refusalsByRequest.put(request.value(), refusal);
  }

  List<RefusalState> state() {
    return refusalsByRequest.entries().stream()
        .map(entry -> new RefusalState(new RequestId(entry.getKey()), entry.getValue()))
        .toList();
  }
}
