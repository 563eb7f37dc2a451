package io.daybook.recorder.format;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.common.IdentifierFactory;

/**
 * Names Axon's messages by UUIDs of version 7 (RFC 9562, section 5.7): 48 bits of milliseconds,
 * then 74 random bits.
 *
 * <p>They rise with time, so an index on them grows at its end instead of everywhere. They are
 * unique, not secret. Axon finds this class by its service file.
 */
public final class OrderedIds extends IdentifierFactory {
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  @Override
  public String generateIdentifier() {
    var random = ThreadLocalRandom.current();
    long high = System.currentTimeMillis() << 16 | VERSION_7 | random.nextInt(1 << 12);
    long low = VARIANT | random.nextLong() >>> 2;
    return new UUID(high, low).toString();
  }
}
