package io.daybook.ledger.book;

import io.daybook.ledger.AggregateState;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A book's state: its accounts in the order of their opening, and its entries. */
@AggregateState.Of(Book.class)
record BookState(BookId book, List<AccountState> accounts, List<EntryState> entries)
    implements AggregateState {

  /** An account and its balance in minor units, positive on its normal side. */
  record AccountState(AccountId account, AccountKind kind, Currency currency, long balance) {}

  /** See {@link PostedEntry}. */
  record EntryState(
      EntryId entry, String contentHash, List<Long> lines, @Nullable EntryId reversal) {}
}
