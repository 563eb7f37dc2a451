package io.daybook.kyb.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.kyb.ownership.BeneficialOwners.Control;
import io.daybook.kyb.ownership.Holdings.Holding;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EffectiveSharesTest {
  private static final Share QUARTER = Share.ofBasisPoints(2_500);
  private static final Share TENTH = Share.ofBasisPoints(1_000);
  private static final String BUSINESS = "business";

  @Test
  void addsUpAllWaysFromAnOwnerToTheBusiness() {
    EffectiveShares shares =
        shares(
            holding("anna", BUSINESS, 1_000),
            holding("anna", "holding", 5_000),
            holding("holding", BUSINESS, 6_000),
            holding("berta", "holding", 5_000));

    assertThat(shares.of("anna").percent()).isEqualTo("40.00");
    assertThat(shares.of("berta").percent()).isEqualTo("30.00");
    assertThat(shares.of("nobody")).isEqualTo(Share.NONE);
    assertThat(shares.inCircles()).isEmpty();
  }

  @Test
  void solvesCirclesExactly() {
    // x = 0.5 + 0.5 y and y = 0.5 x, so x is two thirds and y a third.
    EffectiveShares shares =
        shares(
            holding("x", BUSINESS, 5_000),
            holding("x", "y", 5_000),
            holding("y", "x", 5_000),
            holding("y", BUSINESS, 0 + 1),
            holding("anna", "x", 5_000));

    assertThat(shares.inCircles()).containsExactlyInAnyOrder("x", "y");
    // With the hundredth of a percent: x = 0.5 + 0.5 (0.0001 + 0.5 x).
    assertThat(shares.of("x"))
        .isEqualTo(new Share(BigInteger.valueOf(50_005), BigInteger.valueOf(75_000)));
    assertThat(shares.of("anna")).isEqualTo(shares.of("x").times(Share.ofBasisPoints(5_000)));
  }

  @Test
  void aBusinessThatOwnsItsOwnerCountsForNobody() {
    EffectiveShares shares =
        shares(
            holding("anna", "holding", 8_000),
            holding(BUSINESS, "holding", 2_000),
            holding("holding", BUSINESS, 10_000));

    assertThat(shares.of("anna").percent()).isEqualTo("80.00");
  }

  @Test
  void ownSharesCountForTheOthers() {
    EffectiveShares shares =
        shares(
            holding("holding", "holding", 5_000),
            holding("anna", "holding", 5_000),
            holding("holding", BUSINESS, 5_000));

    assertThat(shares.of("holding").percent()).isEqualTo("100.00");
    assertThat(shares.of("anna").percent()).isEqualTo("50.00");
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThatThrownBy(() -> shares(holding("a", "b", 5_001), holding("c", "b", 5_000)))
        .isInstanceOfSatisfying(
            OwnershipRefused.class,
            refused -> assertThat(refused.why()).isEqualTo(OwnershipRefused.Cause.MORE_THAN_ALL));
    assertThatThrownBy(() -> shares(holding("a", "b", 10_000), holding("b", "a", 10_000)))
        .isInstanceOfSatisfying(
            OwnershipRefused.class,
            refused -> assertThat(refused.why()).isEqualTo(OwnershipRefused.Cause.CLOSED_CIRCLE));
  }

  @Test
  void refusesACircleOfTooManyAndTakesALargeOne() {
    shares(circle(EffectiveShares.MAX_CIRCLE));
    assertThatThrownBy(() -> shares(circle(EffectiveShares.MAX_CIRCLE + 1)))
        .isInstanceOfSatisfying(
            OwnershipRefused.class,
            refused ->
                assertThat(refused.why()).isEqualTo(OwnershipRefused.Cause.CIRCLE_TOO_LARGE));
  }

  @Test
  void takesTenThousandOwnersInARowAndBeside() {
    List<Holding> holdings = new ArrayList<>();
    String last = BUSINESS;
    for (int i = 0; i < 5_000; i++) {
      holdings.add(holding("row" + i, last, 10_000));
      last = "row" + i;
    }
    for (int i = 0; i < 5_000; i++) {
      holdings.add(holding("beside" + i, last, 2));
    }
    EffectiveShares shares = shares(holdings.toArray(Holding[]::new));

    assertThat(shares.of("row4999")).isEqualTo(Share.ALL);
    assertThat(shares.of("beside17").percent()).isEqualTo("0.02");
  }

  @Test
  void personsNeverHaveMoreThanAll() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<Holding> holdings = new ArrayList<>();
      for (String owned : List.of(BUSINESS, "c1", "c2", "c3", "c4")) {
        int left = 10_000;
        for (String owner : List.of("c1", "c2", "c3", "c4", "p1", "p2", BUSINESS)) {
          int share = random.nextInt(4) == 0 ? 0 : random.nextInt(left / 2 + 1);
          if (share > 0) {
            holdings.add(holding(owner, owned, share));
            left -= share;
          }
        }
      }
      EffectiveShares shares = shares(holdings.toArray(Holding[]::new));
      Share persons = shares.of("p1").plus(shares.of("p2"));

      assertThat(persons).describedAs("seed %d", seed).isLessThanOrEqualTo(Share.ALL);
      assertThat(shares.of("p1")).describedAs("seed %d", seed).isGreaterThanOrEqualTo(Share.NONE);
    }
  }

  @Test
  void aQuarterMakesABeneficialOwnerAndOneHundredthLessDoesNot() {
    var holdings =
        new Holdings(
            List.of(
                holding("anna", BUSINESS, 2_500),
                holding("berta", BUSINESS, 2_499),
                holding("carla", BUSINESS, 1_000)));
    assertThat(owners(holdings, List.of(), QUARTER)).containsExactly("anna");
    assertThat(owners(holdings, List.of(), TENTH)).containsExactly("anna", "berta", "carla");
  }

  @Test
  void controlMakesABeneficialOwnerWithoutShares() {
    var holdings =
        new Holdings(
            List.of(
                holding("holding", BUSINESS, 3_000),
                holding("anna", "holding", 5_001),
                holding("berta", "holding", 4_999)));
    // Anna has 15 % only, but more than half of who has 30 %.
    assertThat(owners(holdings, List.of(), QUARTER)).containsExactly("anna");
    assertThat(
            owners(
                holdings,
                List.of(new Control("carla", BUSINESS), new Control("berta", "other")),
                QUARTER))
        .containsExactly("anna", "carla");
  }

  private static Set<String> owners(Holdings holdings, List<Control> controls, Share threshold) {
    return new BeneficialOwners(
            holdings, controls, new EffectiveShares(holdings, BUSINESS), BUSINESS)
        .among(Set.of("anna", "berta", "carla"), threshold);
  }

  private static Holding[] circle(int companies) {
    Holding[] holdings = new Holding[companies + 1];
    for (int i = 0; i < companies; i++) {
      holdings[i] = holding("c" + i, "c" + (i + 1) % companies, 3_333);
    }
    holdings[companies] = holding("c0", BUSINESS, 10_000);
    return holdings;
  }

  private static EffectiveShares shares(Holding... holdings) {
    return new EffectiveShares(new Holdings(List.of(holdings)), BUSINESS);
  }

  private static Holding holding(String owner, String owned, int basisPoints) {
    return new Holding(owner, owned, Share.ofBasisPoints(basisPoints));
  }
}
