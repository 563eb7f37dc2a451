package io.daybook.ledger.book;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.UserId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who asks a book for what, when and how.
 *
 * @param at the time that decides, for example which holds have expired
 * @param request the sender's name for this write; absent if the write names itself
 * @param isDryRun whether to decide and to answer, but to change nothing
 */
public record WriteRequest(UserId by, Instant at, @Nullable RequestId request, boolean isDryRun) {
  /** Checks that nothing is absent that must be there. */
  public WriteRequest {
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(at, "at");
  }

  /** Returns this request as it is for one of several parts. */
  WriteRequest part(int number) {
    RequestId whole = request;
    return new WriteRequest(
        by,
        at,
        whole == null
            ? null
            : new RequestId(DerivedId.of("req", whole.value(), Integer.toString(number))),
        isDryRun);
  }
}
