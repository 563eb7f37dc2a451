package io.daybook.ledger.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.Posting;
import io.daybook.ledger.book.Share;
import io.daybook.ledger.book.Side;
import io.daybook.ledger.money.Money;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TipSplitTest {
  private static final AccountId FROM = new AccountId("wallets:a:EUR");
  private static final AccountId FEE = new AccountId("platform:fees:EUR");
  private static final AccountId BAND = new AccountId("band");
  private static final AccountId CLUB = new AccountId("club");

  private static Money eur(long cents) {
    return Money.of("EUR", cents);
  }

  @Test
  void theFeeIsRoundedDownAndTheRestGoesToTheLastCent() {
    var split = new TipSplit(FEE, 500, List.of(new Share(BAND, 2), new Share(CLUB, 1)));

    // 5 % of 9.99 is 0.4995; two thirds of 9.50 are 6.333…
    assertThat(split.postings(FROM, eur(9_99)))
        .containsExactly(
            Posting.debit(FROM, eur(9_99)),
            Posting.credit(FEE, eur(49)),
            Posting.credit(BAND, eur(6_33)),
            Posting.credit(CLUB, eur(3_17)));
  }

  @Test
  void aPartOfNothingHasNoLine() {
    var split = new TipSplit(FEE, 500, List.of(new Share(BAND, 1), new Share(CLUB, 1)));

    assertThat(split.postings(FROM, eur(1)))
        .containsExactly(Posting.debit(FROM, eur(1)), Posting.credit(BAND, eur(1)));
    assertThat(new TipSplit(FEE, 10_000, List.of(new Share(BAND, 1))).postings(FROM, eur(7)))
        .containsExactly(Posting.debit(FROM, eur(7)), Posting.credit(FEE, eur(7)));
  }

  @Test
  void noUnitIsLostOrMadeAndNobodyIsOffByAWholeOne() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      List<Share> shares =
          IntStream.range(0, 1 + random.nextInt(12))
              .mapToObj(i -> new Share(new AccountId("p" + i), 1 + random.nextInt(1_000_000)))
              .toList();
      int fee = random.nextInt(10_001);
      Money tip = eur(1 + random.nextLong(1L << (1 + random.nextInt(50))));

      List<Posting> postings = new TipSplit(FEE, fee, shares).postings(FROM, tip);

      String context = "seed %d, round %d: %s, %d, %s".formatted(seed, round, tip, fee, shares);
      assertThat(postings.getFirst()).as(context).isEqualTo(Posting.debit(FROM, tip));
      assertThat(postings).as(context).allMatch(posting -> posting.amount().isPositive());
      List<Posting> credits =
          postings.stream().filter(posting -> posting.side() == Side.CREDIT).toList();
      long sum = credits.stream().mapToLong(posting -> posting.amount().minorUnits()).sum();
      assertThat(sum).as(context).isEqualTo(tip.minorUnits());
      requireFair(tip.minus(tip.portion(fee)), shares, credits, context);
    }
  }

  /** Each part differs from the exact one by less than one unit. */
  private static void requireFair(
      Money rest, List<Share> shares, List<Posting> credits, String context) {
    BigInteger weights = BigInteger.valueOf(shares.stream().mapToLong(Share::weight).sum());
    for (Share share : shares) {
      long part =
          credits.stream()
              .filter(posting -> posting.account().equals(share.account()))
              .mapToLong(posting -> posting.amount().minorUnits())
              .sum();
      BigInteger exact =
          BigInteger.valueOf(rest.minorUnits()).multiply(BigInteger.valueOf(share.weight()));
      BigInteger off = BigInteger.valueOf(part).multiply(weights).subtract(exact).abs();
      assertThat(off).as(context).isLessThan(weights);
    }
  }
}
