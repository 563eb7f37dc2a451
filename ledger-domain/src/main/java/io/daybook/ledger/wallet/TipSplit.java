package io.daybook.ledger.wallet;

import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.Posting;
import io.daybook.ledger.book.Share;
import io.daybook.ledger.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a tip is shared: first the platform's fee, rounded down to the minor unit, then the rest by
 * weight, where the method of the largest remainder gives every unit to somebody, the earlier ones
 * first.
 *
 * @param fee who has the platform's fee
 * @param feeBasisPoints the fee in hundredths of a percent, 0 to 10,000
 * @param shares who has the rest, at least one
 */
public record TipSplit(AccountId fee, int feeBasisPoints, List<Share> shares) {
  /** Copies the list and checks that there is somebody to have the rest. */
  public TipSplit {
    shares = List.copyOf(shares);
    if (shares.isEmpty()) {
      throw new IllegalArgumentException("nobody has the rest of a tip");
    }
  }

  /** Returns the lines of a tip's entry, which debits {@code from}; a part of nothing has none. */
  public List<Posting> postings(AccountId from, Money tip) {
    var postings = new ArrayList<Posting>();
    postings.add(Posting.debit(from, tip));
    Money cut = tip.portion(feeBasisPoints);
    if (cut.isPositive()) {
      postings.add(Posting.credit(fee, cut));
    }
    List<Money> parts = tip.minus(cut).split(shares.stream().map(Share::weight).toList());
    IntStream.range(0, parts.size())
        .filter(i -> parts.get(i).isPositive())
        .mapToObj(i -> Posting.credit(shares.get(i).account(), parts.get(i)))
        .forEach(postings::add);
    return List.copyOf(postings);
  }
}
