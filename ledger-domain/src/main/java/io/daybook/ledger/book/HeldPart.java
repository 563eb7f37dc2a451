package io.daybook.ledger.book;

import io.daybook.ledger.money.Money;
import java.util.List;

/** A part of what is set aside: {@code amount}, from the credited to the debited account. */
public record HeldPart(AccountId debit, AccountId credit, Money amount) {
  /** Returns the lines of an entry over it. */
  List<Posting> postings() {
    return List.of(Posting.debit(debit, amount), Posting.credit(credit, amount));
  }
}
