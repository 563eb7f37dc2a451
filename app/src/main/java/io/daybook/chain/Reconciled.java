package io.daybook.chain;

import io.daybook.ticketing.chain.BlockHash;
import java.util.List;

/**
 * What a comparison of journal, logs and chain at one final block found.
 *
 * @param matched tokens of which all three say the same
 * @param pending tokens whose order or burn is not final yet
 */
public record Reconciled(
    long block, BlockHash blockHash, int matched, int pending, List<Break> breaks) {
  /** Copies the breaks. */
  public Reconciled {
    breaks = List.copyOf(breaks);
  }
}
