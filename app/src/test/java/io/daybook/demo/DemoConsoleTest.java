package io.daybook.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DemoConsoleTest {
  @Test
  void theBarTellsTheRateAndTheTimeThatIsLeft() {
    assertThat(DemoConsole.progressLine("buying", 50, 200, Duration.ofSeconds(5)))
        .isEqualTo("buying [#######.......................] 50/200  10/s  15 s left");
  }

  @Test
  void beforeTheFirstPurchaseNobodyKnowsHowLongItTakes() {
    assertThat(DemoConsole.progressLine("buying", 0, 200, Duration.ZERO)).endsWith("– left");
  }
}
