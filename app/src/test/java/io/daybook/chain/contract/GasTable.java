package io.daybook.chain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.daybook.chain.rpc.MinedTransaction;
import io.daybook.chain.rpc.TestChain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.web3j.utils.Numeric;

/** What the guide says that each act costs, to compare with what a chain charges. */
final class GasTable {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+) \\| ([0-9,]+) gas \\|$");

  /** Ids and commitments have more zeros or fewer, which cost less. */
  private static final double TOLERANCE = 0.01;

  private final Map<String, Long> gasByAct = new HashMap<>();

  GasTable() {
    try {
      ROW.matcher(Files.readString(Path.of("../docs/chain.md")))
          .results()
          .forEach(
              row -> gasByAct.put(row.group(1), Long.parseLong(row.group(2).replace(",", ""))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Checks that the guide has exactly these acts among those whose name begins so. */
  void assertSame(String beginning, Map<String, Long> measured) {
    assertThat(gasByAct.keySet().stream().filter(act -> act.startsWith(beginning)))
        .describedAs("%s", measured)
        .containsExactlyInAnyOrderElementsOf(measured.keySet());
    measured.forEach((act, gas) ->
        assertThat((double) gas)
            .describedAs("%s of %s", act, measured)
            .isCloseTo(gasByAct.getOrDefault(act, 0L), within(TOLERANCE * gas)));
  }

  static long used(TestChain chain, MinedTransaction transaction) {
    assertThat(transaction.isSuccess()).isTrue();
    return Numeric.decodeQuantity(
            chain
                .ask("eth_getTransactionReceipt", transaction.hash().value())
                .required("gasUsed")
                .asString())
        .longValueExact();
  }
}
