package io.daybook.ledger.book;

import io.daybook.ledger.money.Money;
import java.util.Objects;

/**
 * One line of a journal entry.
 *
 * @param amount a positive amount; the book refuses others
 */
public record Posting(AccountId account, Side side, Money amount) {
  /** Checks that nothing is absent. */
  public Posting {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(side, "side");
    Objects.requireNonNull(amount, "amount");
  }

  /** Returns a posting on the left side of {@code account}. */
  public static Posting debit(AccountId account, Money amount) {
    return new Posting(account, Side.DEBIT, amount);
  }

  /** Returns a posting on the right side of {@code account}. */
  public static Posting credit(AccountId account, Money amount) {
    return new Posting(account, Side.CREDIT, amount);
  }

  /** Returns this posting on the other side. */
  public Posting mirrored() {
    return new Posting(account, side.opposite(), amount);
  }
}
