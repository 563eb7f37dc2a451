package io.daybook.ledger.book;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * By how much an entry changes the balance of each of its accounts, which are in the order of its
 * postings. Debits and credits of a balanced entry each fit in a {@code long}, so changes fit, too.
 */
final class Movements {
  private final Map<LedgerAccount, Long> minorByAccount = new LinkedHashMap<>();

  private Movements() {}

  /**
   * Adds up {@code postings}.
   *
   * @throws io.daybook.ledger.CommandRefused if an account is unknown or has another currency
   */
  static Movements of(List<Posting> postings, Accounts accounts) {
    List<LedgerAccount> found = postings.stream().map(p -> accounts.get(p.account())).toList();
    var movements = new Movements();
    for (int i = 0; i < found.size(); i++) {
      LedgerAccount account = found.get(i);
      Posting posting = postings.get(i);
      account.requireCurrency(posting.amount().currency());
      long movement = account.movement(posting.side(), posting.amount().minorUnits());
      movements.minorByAccount.merge(account, movement, Long::sum);
    }
    return movements;
  }

  /** Returns the change of {@code account}, zero if the entry does not name it. */
  long on(LedgerAccount account) {
    return minorByAccount.getOrDefault(account, 0L);
  }

  void forEach(BiConsumer<LedgerAccount, Long> action) {
    minorByAccount.forEach(action);
  }
}
