package io.daybook.ledger.wallet;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.book.AccountId;
import java.util.Currency;
import java.util.Optional;

/**
 * A user's money with us: what we owe its owner, one account of the main book a currency.
 *
 * <p>Its name derives from the owner's id, so that entries, which others may read, name nobody.
 *
 * @param path of all accounts of this wallet
 */
public record Wallet(AccountId path) {
  /** The tier of wallets whose owners finance has put into no other. */
  public static final String TIER = "wallet";

  private static final String PREFIX = "wallets:";

  /** Returns the wallet of a user. */
  public static Wallet of(UserId owner) {
    return new Wallet(new AccountId(PREFIX + DerivedId.of("wlt", owner.value())));
  }

  /** Returns the account for one currency (liability). */
  public AccountId account(Currency currency) {
    return new AccountId(path + ":" + currency.getCurrencyCode());
  }

  /** Returns what a payment into this wallet is for. */
  public String reference() {
    return path.value();
  }

  /** Returns the wallet that a payment for {@code reference} goes into, if it is for one. */
  static Optional<Wallet> paidInto(String reference) {
    return reference.startsWith(PREFIX)
        ? Optional.of(new Wallet(new AccountId(reference)))
        : Optional.empty();
  }
}
