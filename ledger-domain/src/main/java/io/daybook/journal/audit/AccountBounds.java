package io.daybook.journal.audit;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** What an account's owner and compliance allow of its balance, as the journal says. */
final class AccountBounds {
  private @Nullable BigInteger minimum;
  private @Nullable BigInteger maximum;
  private boolean isFrozen;
  private boolean isClosed;

  void set(StrictJson terms) {
    minimum = terms.integerOrNull("minimumMinor");
    maximum = terms.integerOrNull("maximumMinor");
  }

  void freeze(boolean frozen) {
    isFrozen = frozen;
  }

  void close() {
    isClosed = true;
  }

  boolean isClosed() {
    return isClosed;
  }

  /**
   * Checks what an entry did to the account.
   *
   * @throws RuleViolation if it was not allowed
   */
  void check(String account, BigInteger movement, BigInteger balance) {
    requireOpen(account);
    RuleViolation.unless(
        !isFrozen || movement.signum() >= 0, "account " + account, "nothing leaves it", "frozen");
    RuleViolation.unless(
        minimum == null || movement.signum() >= 0 || balance.compareTo(minimum) >= 0,
        "balance of account " + account,
        "at least " + minimum,
        balance.toString());
    RuleViolation.unless(
        maximum == null || movement.signum() <= 0 || balance.compareTo(maximum) <= 0,
        "balance of account " + account,
        "at most " + maximum,
        balance.toString());
  }

  void requireOpen(String account) {
    RuleViolation.unless(!isClosed, "account " + account, "not closed", "closed before");
  }
}
