package io.daybook.ledger.book;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.book.BookError.AmountNotPositive;
import io.daybook.ledger.book.BookError.AmountOverflow;
import io.daybook.ledger.book.BookError.EntryUnbalanced;
import io.daybook.ledger.book.BookError.ExchangeRateInvalid;
import io.daybook.ledger.book.BookError.PostingCountOutOfRange;
import io.daybook.ledger.book.BookError.TextTooLong;
import io.daybook.ledger.book.BookError.ValueDateOutOfRange;
import io.daybook.ledger.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What every journal entry must satisfy, whatever the state of its book. */
final class EntryRules {
  private static final int MIN_POSTINGS = 2;
  private static final int MAX_POSTINGS = 1_000;
  private static final int MAX_MEMO = 500;
  private static final int MAX_REFERENCE = 200;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 9999;

  private EntryRules() {}

  /**
   * Checks what an entry says.
   *
   * @throws CommandRefused at the first rule that it breaks
   */
  static void check(EntryId entry, EntryContent content) {
    checkCount(entry, content.postings());
    checkMemo(entry, content.memo());
    checkLength(entry, "reference", content.reference(), MAX_REFERENCE);
    if (content.externalReference() != null) {
      checkLength(entry, "externalReference", content.externalReference(), MAX_REFERENCE);
    }
    checkValueDate(entry, content.valueDate());
    MetadataRules.check(content.metadata());
    checkAmounts(entry, content.postings());
    checkBalance(entry, content.postings());
    checkExchange(entry, content);
  }

  private static void checkValueDate(EntryId entry, @Nullable LocalDate date) {
    if (date != null && (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR)) {
      throw new CommandRefused(new ValueDateOutOfRange(entry, date, FIRST_YEAR, LAST_YEAR));
    }
  }

  private static void checkCount(EntryId entry, List<Posting> postings) {
    int count = postings.size();
    if (count < MIN_POSTINGS || count > MAX_POSTINGS) {
      throw new CommandRefused(
          new PostingCountOutOfRange(entry, count, MIN_POSTINGS, MAX_POSTINGS));
    }
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

  private static void checkAmounts(EntryId entry, List<Posting> postings) {
    for (Posting posting : postings) {
      if (!posting.amount().isPositive()) {
        throw new CommandRefused(new AmountNotPositive(entry, posting.account(), posting.amount()));
      }
    }
  }

  private static void checkBalance(EntryId entry, List<Posting> postings) {
    Set<Currency> currencies = new LinkedHashSet<>();
    postings.forEach(posting -> currencies.add(posting.amount().currency()));
    for (Currency currency : currencies) {
      Money debits = sum(entry, postings, Side.DEBIT, currency);
      Money credits = sum(entry, postings, Side.CREDIT, currency);
      if (!debits.equals(credits)) {
        throw new CommandRefused(new EntryUnbalanced(entry, debits, credits));
      }
    }
  }

  /** The rate of an exchange is one at which its two sums were exchanged. */
  private static void checkExchange(EntryId entry, EntryContent content) {
    @Nullable String text = content.metadata().get(ExchangeRate.NAME);
    if (text == null) {
      return;
    }
    List<Money> sums =
        content.postings().stream()
            .map(posting -> posting.amount().currency())
            .distinct()
            .map(currency -> sum(entry, content.postings(), Side.DEBIT, currency))
            .toList();
    boolean isJoined =
        sums.size() == 2
            && ExchangeRate.parse(text)
                .filter(rate ->
                    rate.joins(sums.getFirst(), sums.getLast())
                        || rate.joins(sums.getLast(), sums.getFirst()))
                .isPresent();
    if (!isJoined) {
      throw new CommandRefused(new ExchangeRateInvalid(entry, text, sums));
    }
  }

  private static Money sum(EntryId entry, List<Posting> postings, Side side, Currency currency) {
    try {
      return postings.stream()
          .filter(posting -> posting.side() == side)
          .map(Posting::amount)
          .filter(amount -> amount.currency().equals(currency))
          .reduce(Money.zero(currency), Money::plus);
    } catch (ArithmeticException e) {
      throw new CommandRefused(new AmountOverflow(entry, currency));
    }
  }
}
