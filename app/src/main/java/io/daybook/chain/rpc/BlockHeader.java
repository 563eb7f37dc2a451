package io.daybook.chain.rpc;

import io.daybook.ticketing.chain.Address;
import io.daybook.ticketing.chain.BlockHash;
import java.math.BigInteger;
import java.time.Instant;
import org.web3j.crypto.Hash;
import org.web3j.utils.Numeric;

/**
 * A block without its transactions.
 *
 * @param number from 0
 * @param parent the hash of the block before
 * @param baseFee wei for each unit of gas
 * @param logsBloom 256 bytes as hexadecimal text: which addresses and topics its logs may have
 */
public record BlockHeader(
    long number,
    BlockHash hash,
    BlockHash parent,
    Instant time,
    BigInteger baseFee,
    String logsBloom) {
  private static final int BLOOM_BYTES = 256;
  private static final int BLOOM_BITS = 2048;

  /** Returns whether this block may hold a log of {@code address}; false is certain. */
  public boolean mayHoldLogsOf(Address address) {
    byte[] bloom = Numeric.hexStringToByteArray(logsBloom);
    byte[] hash = Hash.sha3(Numeric.hexStringToByteArray(address.value()));
    // Yellow paper, section 4.3.1: three pairs of bytes, each the place of one bit.
    for (int pair = 0; pair < 6; pair += 2) {
      int bit = ((hash[pair] & 0xff) << 8 | (hash[pair + 1] & 0xff)) % BLOOM_BITS;
      if ((bloom[BLOOM_BYTES - 1 - bit / 8] >> (bit % 8) & 1) == 0) {
        return false;
      }
    }
    return true;
  }
}
