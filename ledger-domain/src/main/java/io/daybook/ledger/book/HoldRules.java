package io.daybook.ledger.book;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.book.BookError.FundsHoldInvalid;
import java.time.Instant;
import java.util.regex.Pattern;

/** What every hold must satisfy, whatever the state of its book. */
final class HoldRules {
  private static final int MAX_REFERENCE = 200;
  private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9_.-]{1,100}");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

  private HoldRules() {}

  /**
   * Checks what a hold says.
   *
   * @throws CommandRefused at the first rule that it breaks
   */
  static void check(FundsHoldId hold, HeldFunds held, Instant at) {
    require(hold, held.amount().isPositive(), "the amount must be positive");
    require(
        hold,
        held.reference().length() <= MAX_REFERENCE,
        "the reference has at most " + MAX_REFERENCE + " characters");
    require(
        hold,
        held.group() == null || GROUP.matcher(held.group()).matches(),
        "a group has 1 to 100 letters, digits, '_', '.' or '-'");
    Instant end = held.expiresAt();
    require(hold, end == null || end.isAfter(at), "the end " + end + " is not after " + at);
    require(hold, end == null || !end.isAfter(LAST), "it ends after the year 9999");
  }

  private static void require(FundsHoldId hold, boolean isKept, String rule) {
    if (!isKept) {
      throw new CommandRefused(new FundsHoldInvalid(hold, rule));
    }
  }
}
