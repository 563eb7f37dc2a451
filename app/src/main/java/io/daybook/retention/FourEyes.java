package io.daybook.retention;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.UserId;
import io.daybook.retention.RetentionError.SecondPersonNeeded;

/** The rule that nobody decides alone, or in an own matter. */
final class FourEyes {
  private FourEyes() {}

  /**
   * Checks that {@code officer} is not {@code other}.
   *
   * @throws CommandRefused if it is the same person
   */
  static void require(UserId officer, UserId other) {
    if (officer.equals(other)) {
      throw new CommandRefused(new SecondPersonNeeded(officer));
    }
  }
}
