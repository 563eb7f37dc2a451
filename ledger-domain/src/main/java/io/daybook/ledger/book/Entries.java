package io.daybook.ledger.book;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.DerivedId;
import io.daybook.ledger.book.BookError.AlreadyReversed;
import io.daybook.ledger.book.BookError.EntryExistsWithDifferentContent;
import io.daybook.ledger.book.BookError.ExternalReferenceTaken;
import io.daybook.ledger.book.BookError.RequestReused;
import io.daybook.ledger.book.BookError.UnknownEntry;
import io.daybook.ledger.book.BookState.EntryState;
import io.daybook.ledger.book.BookState.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The entries of a book, found by their id, their request and their external reference. */
final class Entries {
  private final Layer<EntryId, PostedEntry> entriesById;
  private final Layer<String, EntryId> idsByRequest;
  private final Layer<String, EntryId> idsByExternalReference;

  private Entries(
      Layer<EntryId, PostedEntry> entriesById,
      Layer<String, EntryId> idsByRequest,
      Layer<String, EntryId> idsByExternalReference) {
    this.entriesById = entriesById;
    this.idsByRequest = idsByRequest;
    this.idsByExternalReference = idsByExternalReference;
  }

  Entries() {
    this(Layer.ofConstants(), Layer.ofConstants(), Layer.ofConstants());
  }

  Entries fork() {
    return new Entries(entriesById.fork(), idsByRequest.fork(), idsByExternalReference.fork());
  }

  @Nullable PostedEntry find(EntryId id) {
    return entriesById.find(id);
  }

  /**
   * Returns an entry that something can still be undone of.
   *
   * @throws CommandRefused if there is none or all of it is undone
   */
  PostedEntry getReversible(EntryId id) {
    PostedEntry posted = get(id);
    EntryId reversal = posted.reversal();
    if (reversal != null && posted.isReversed()) {
      throw new CommandRefused(new AlreadyReversed(id, reversal));
    }
    return posted;
  }

  /**
   * Returns the entry {@code id}.
   *
   * @throws CommandRefused if there is none
   */
  PostedEntry get(EntryId id) {
    @Nullable PostedEntry posted = entriesById.find(id);
    if (posted == null) {
      throw new CommandRefused(new UnknownEntry(id));
    }
    return posted;
  }

  /**
   * Checks that no other entry was made for the same request.
   *
   * @throws CommandRefused if one was
   */
  void requireNewRequest(EntryId entry, @Nullable RequestId request) {
    @Nullable EntryId other = request == null ? null : idsByRequest.find(request.value());
    if (other != null) {
      throw new CommandRefused(new RequestReused(entry, other));
    }
  }

  /**
   * Checks that no other entry has the external reference.
   *
   * @throws CommandRefused if one has
   */
  void requireNewReference(@Nullable String reference) {
    @Nullable EntryId other =
        reference == null ? null : idsByExternalReference.find(hash(reference));
    if (reference != null && other != null) {
      throw new CommandRefused(new ExternalReferenceTaken(reference, other));
    }
  }

  /**
   * Checks that a repeat of {@code entry} says the same.
   *
   * @throws CommandRefused if it does not
   */
  static void requireSame(EntryId entry, boolean isSame, boolean hasSamePostings) {
    if (!isSame) {
      throw new CommandRefused(
          new EntryExistsWithDifferentContent(
              entry, List.of(hasSamePostings ? "description" : "postings")));
    }
  }

  void put(EntryId id, PostedEntry entry) {
    entriesById.put(id, entry);
  }

  void remember(EntryId id, EntryContent content, @Nullable RequestId request) {
    if (request != null) {
      idsByRequest.put(request.value(), id);
    }
    String reference = content.externalReference();
    if (reference != null) {
      idsByExternalReference.put(hash(reference), id);
    }
  }

  void reverse(EntryId id, EntryId whole) {
    put(id, Objects.requireNonNull(find(id)).reversedBy(whole));
  }

  void reverse(EntryId id, EntryId part, List<Posting> mirrored, Accounts accounts) {
    put(
        id,
        Objects.requireNonNull(Objects.requireNonNull(find(id)).without(mirrored, part, accounts)));
  }

  /** References are texts of others, so a state holds only what tells them apart. */
  private static String hash(String reference) {
    return DerivedId.of("xrf", reference);
  }

  List<EntryState> state() {
    return entriesById.entries().stream()
        .map(entry -> entry.getValue().state(entry.getKey()))
        .toList();
  }

  List<Named> requests() {
    return named(idsByRequest);
  }

  List<Named> externalReferences() {
    return named(idsByExternalReference);
  }

  private static List<Named> named(Layer<String, EntryId> layer) {
    return layer.entries().stream()
        .map(entry -> new Named(entry.getKey(), entry.getValue()))
        .toList();
  }

  void restore(BookState state) {
    state.entries().forEach(entry -> put(entry.entry(), PostedEntry.restored(entry)));
    state.requests().forEach(named -> idsByRequest.put(named.name(), named.entry()));
    state
        .externalReferences()
        .forEach(named -> idsByExternalReference.put(named.name(), named.entry()));
  }
}
