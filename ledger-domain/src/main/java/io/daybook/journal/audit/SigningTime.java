package io.daybook.journal.audit;

import io.daybook.journal.checkpoint.Policy;
import io.daybook.journal.checkpoint.SignatureAlgorithm;
import io.daybook.journal.checkpoint.SignedNote;
import java.nio.ByteBuffer;
import java.util.OptionalLong;

/**
 * When a checkpoint was signed: ML-DSA-44 signatures carry the time (c2sp.org/tlog-cosignature).
 */
final class SigningTime {
  private static final long MAX_SECONDS = Long.MAX_VALUE / 1000 - 1;

  private SigningTime() {}

  /** Returns the time in milliseconds, to the second below, of a note whose signatures hold. */
  static OptionalLong of(Policy policy, SignedNote note) {
    return policy.keys().stream()
        .filter(key -> key.algorithm() == SignatureAlgorithm.ML_DSA_44)
        .flatMapToLong(key ->
            note.signatures().stream()
                .filter(line -> line.isBy(key))
                .mapToLong(line -> ByteBuffer.wrap(line.signature().toArray()).getLong()))
        .filter(seconds -> seconds <= MAX_SECONDS)
        .map(seconds -> seconds * 1000)
        .min();
  }
}
