package io.daybook.ledger.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class MoneySplitTest {
  private static Money eur(long cents) {
    return Money.of("EUR", cents);
  }

  @Test
  void givesWhatIsLeftToTheEarlierOfEqualParts() {
    assertThat(eur(10_00).split(List.of(1, 1, 1))).containsExactly(eur(334), eur(333), eur(333));
  }

  @Test
  void givesWhatIsLeftToThePartsThatLostMost() {
    // 100 in 6:3:3 of 12 is 50, 25, 25; 101 is 50.5, 25.25, 25.25.
    assertThat(eur(101).split(List.of(6, 3, 3))).containsExactly(eur(51), eur(25), eur(25));
  }

  @Test
  void splitsWhatIsOwedLikeWhatIsHad() {
    assertThat(eur(-10_00).split(List.of(1, 1, 1)))
        .containsExactly(eur(-334), eur(-333), eur(-333));
  }

  @Test
  void refusesWeightsThatAreNone() {
    assertThatThrownBy(() -> eur(1).split(List.of())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> eur(1).split(List.of(0))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> eur(1).split(List.of(2, -1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void neitherLosesNorMakesMoney() {
    long seed = System.nanoTime();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int i = 0; i < 2_000; i++) {
      Money whole = eur(random.nextLong());
      List<Integer> weights = random.ints(random.nextInt(1, 9), 1, 1_000_000).boxed().toList();
      Money sum = whole.split(weights).stream().reduce(Money.zero(whole.currency()), Money::plus);
      assertThat(sum).as("seed %d: %s by %s", seed, whole, weights).isEqualTo(whole);
    }
  }
}
