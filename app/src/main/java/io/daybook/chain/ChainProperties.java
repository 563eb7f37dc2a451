package io.daybook.chain;

import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which chain the journal is joined to.
 *
 * @param mode where the chain comes from
 * @param rpcUrl a node's JSON-RPC, for {@link Mode#RPC}
 * @param keyFile a file with the sender's secp256k1 key, 64 hexadecimal digits; the key that is
 *     known to everybody is used on a chain of one's own
 * @param poll how often the chain is looked at
 * @param anchorInterval how long a checkpoint may wait for its anchor
 * @param patience how long a transaction waits before more is paid for it
 * @param highestFee the most that is paid for a unit of gas, in wei
 */
@ConfigurationProperties("daybook.chain")
record ChainProperties(
    @DefaultValue("auto") Mode mode,
    @Nullable URI rpcUrl,
    @Nullable Path keyFile,
    @DefaultValue("500ms") Duration poll,
    @DefaultValue("1m") Duration anchorInterval,
    @DefaultValue("45s") Duration patience,
    @DefaultValue("500000000000") BigInteger highestFee) {
  ChainProperties {
    if (mode == Mode.RPC && (rpcUrl == null || keyFile == null)) {
      throw new IllegalArgumentException(
          "daybook.chain.mode=rpc needs daybook.chain.rpc-url and daybook.chain.key-file");
    }
    if (poll.isNegative() || poll.isZero() || anchorInterval.isNegative()) {
      throw new IllegalArgumentException("daybook.chain.poll and anchor-interval are positive");
    }
  }

  /** Where the chain comes from. */
  enum Mode {
    /** A node of one's own where anvil or npm is there, else none. */
    AUTO,
    /** The node at an address. */
    RPC,
    /** None: tickets are sold, and orders for tokens wait. */
    OFF
  }
}
