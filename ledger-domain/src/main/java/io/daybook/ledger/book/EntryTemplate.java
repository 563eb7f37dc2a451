package io.daybook.ledger.book;

import io.daybook.ledger.money.Money;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Entries of one shape: an amount that is split among accounts, on either side.
 *
 * <p>The parts of a side add up to the amount to the minor unit, by the method of the largest
 * remainder; a part of nothing is no line.
 *
 * @param debits who is debited, 1 to 500
 * @param credits who is credited, 1 to 500
 */
public record EntryTemplate(List<Share> debits, List<Share> credits) {
  /** Copies the lists. */
  public EntryTemplate {
    debits = List.copyOf(debits);
    credits = List.copyOf(credits);
  }

  /** Returns the lines of an entry over {@code amount}. */
  public List<Posting> postings(Money amount) {
    return Stream.concat(
            lines(debits, amount, Posting::debit), lines(credits, amount, Posting::credit))
        .toList();
  }

  private static Stream<Posting> lines(
      List<Share> shares, Money amount, BiFunction<AccountId, Money, Posting> side) {
    List<Money> parts = amount.split(shares.stream().map(Share::weight).toList());
    return IntStream.range(0, shares.size())
        .filter(i -> parts.get(i).minorUnits() != 0)
        .mapToObj(i -> side.apply(shares.get(i).account(), parts.get(i)));
  }
}
