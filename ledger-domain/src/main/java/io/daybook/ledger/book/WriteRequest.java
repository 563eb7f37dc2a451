package io.daybook.ledger.book;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.DerivedId;
import io.daybook.ledger.DomainError;
import io.daybook.ledger.UserId;
import io.daybook.ledger.book.BookError.AccountExistsWithDifferentContent;
import io.daybook.ledger.book.BookError.EntryExistsWithDifferentContent;
import io.daybook.ledger.book.BookError.FundsHoldExists;
import io.daybook.ledger.book.BookError.RequestReused;
import io.daybook.ledger.book.BookEvent.WriteRefused;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who asks a book, when, and by what the same question is known again.
 *
 * @param at the time that decides, for example which holds have expired
 * @param request the sender's name for this write; absent if the write names itself
 * @param contentHash tells what was asked for from all else; absent if a refusal of it is not to be
 *     remembered
 * @param expectedVersions how many entries must have moved an account before, for anything to
 *     happen
 */
public record WriteRequest(
    UserId by,
    Instant at,
    @Nullable RequestId request,
    @Nullable String contentHash,
    Map<AccountId, Long> expectedVersions) {
  /** A request without conditions, whose refusal is not remembered. */
  public WriteRequest(UserId by, Instant at, @Nullable RequestId request) {
    this(by, at, request, null);
  }

  /** A request without conditions. */
  public WriteRequest(
      UserId by, Instant at, @Nullable RequestId request, @Nullable String contentHash) {
    this(by, at, request, contentHash, Map.of());
  }

  /** Checks that nothing is absent that must be there, and copies the map. */
  public WriteRequest {
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(at, "at");
    expectedVersions = Map.copyOf(expectedVersions);
  }

  /** Returns this request as it is for one of several parts, which is refused with the whole. */
  WriteRequest part(int number) {
    return part(number, () -> null);
  }

  /** Returns this request as it is for one of several parts, each of which is refused alone. */
  WriteRequest part(int number, Supplier<@Nullable String> partHash) {
    RequestId whole = request;
    return new WriteRequest(
        by,
        at,
        whole == null
            ? null
            : new RequestId(DerivedId.of("req", whole.value(), Integer.toString(number))),
        contentHash == null ? null : partHash.get());
  }

  /** Returns the fact that this was refused, unless it is not to be remembered or is known. */
  Optional<BookEvent> refusal(BookId book, Refusals known, CommandRefused refused) {
    if (request == null
        || contentHash == null
        || known.has(request)
        || isKnownOtherwise(refused.error())) {
      return Optional.empty();
    }
    Refusal refusal = Refusal.of(contentHash, refused.error());
    return Optional.of(new WriteRefused(book, request, refusal, by, at));
  }

  /** What was done under the same name before stays what the name stands for. */
  private static boolean isKnownOtherwise(DomainError error) {
    return switch (error) {
      case EntryExistsWithDifferentContent _,
          RequestReused _,
          FundsHoldExists _,
          AccountExistsWithDifferentContent _ ->
          true;
      default -> false;
    };
  }
}
