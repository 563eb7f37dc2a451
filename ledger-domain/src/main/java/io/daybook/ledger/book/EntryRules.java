package io.daybook.ledger.book;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.book.BookCommand.PostEntry;
import io.daybook.ledger.book.BookError.AmountNotPositive;
import io.daybook.ledger.book.BookError.AmountOverflow;
import io.daybook.ledger.book.BookError.EntryUnbalanced;
import io.daybook.ledger.book.BookError.PostingCountOutOfRange;
import io.daybook.ledger.book.BookError.TextTooLong;
import io.daybook.ledger.money.Money;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.Set;

/** What every journal entry must satisfy, whatever the state of its book. */
final class EntryRules {
  private static final int MIN_POSTINGS = 2;
  private static final int MAX_POSTINGS = 1_000;
  private static final int MAX_MEMO = 500;
  private static final int MAX_REFERENCE = 200;

  private EntryRules() {}

  /**
   * Checks the content of {@code command}.
   *
   * @throws CommandRefused at the first rule that it breaks
   */
  static void check(PostEntry command) {
    int count = command.postings().size();
    if (count < MIN_POSTINGS || count > MAX_POSTINGS) {
      throw new CommandRefused(
          new PostingCountOutOfRange(command.entry(), count, MIN_POSTINGS, MAX_POSTINGS));
    }
    checkMemo(command.entry(), command.memo());
    checkLength(command.entry(), "reference", command.reference(), MAX_REFERENCE);
    checkAmounts(command);
    checkBalance(command);
  }

  /**
   * Checks the length of an entry's memo.
   *
   * @throws CommandRefused if it has more than 500 characters
   */
  static void checkMemo(EntryId entry, String memo) {
    checkLength(entry, "memo", memo, MAX_MEMO);
  }

  private static void checkLength(EntryId entry, String field, String text, int maximum) {
    if (text.length() > maximum) {
      throw new CommandRefused(new TextTooLong(entry, field, text.length(), maximum));
    }
  }

  private static void checkAmounts(PostEntry command) {
    for (Posting posting : command.postings()) {
      if (!posting.amount().isPositive()) {
        throw new CommandRefused(
            new AmountNotPositive(command.entry(), posting.account(), posting.amount()));
      }
    }
  }

  private static void checkBalance(PostEntry command) {
    Set<Currency> currencies = new LinkedHashSet<>();
    command.postings().forEach(posting -> currencies.add(posting.amount().currency()));
    for (Currency currency : currencies) {
      Money debits = sum(command, Side.DEBIT, currency);
      Money credits = sum(command, Side.CREDIT, currency);
      if (!debits.equals(credits)) {
        throw new CommandRefused(new EntryUnbalanced(command.entry(), debits, credits));
      }
    }
  }

  private static Money sum(PostEntry command, Side side, Currency currency) {
    try {
      return command.postings().stream()
          .filter(posting -> posting.side() == side)
          .map(Posting::amount)
          .filter(amount -> amount.currency().equals(currency))
          .reduce(Money.zero(currency), Money::plus);
    } catch (ArithmeticException e) {
      throw new CommandRefused(new AmountOverflow(command.entry(), currency));
    }
  }
}
