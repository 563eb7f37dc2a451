package io.daybook.journal.audit;

import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.SignatureAlgorithm;
import io.daybook.journal.checkpoint.SignedNote;
import io.daybook.journal.checkpoint.VerifierKey;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.OptionalLong;

/**
 * When a checkpoint was signed: ML-DSA-44 signatures carry the time (c2sp.org/tlog-cosignature).
 */
final class SigningTime {
  private static final long MAX_SECONDS = Long.MAX_VALUE / 1000 - 1;

  private SigningTime() {}

  /** Returns the earliest time of a valid signature in milliseconds, to the second below. */
  static OptionalLong of(Collection<VerifierKey> keys, Checkpoint checkpoint, SignedNote note) {
    return keys.stream()
        .filter(key -> key.algorithm() == SignatureAlgorithm.ML_DSA_44)
        .filter(key -> note.isSignedBy(key, checkpoint))
        .flatMapToLong(key ->
            note.signatures().stream()
                .filter(line -> line.isBy(key))
                .mapToLong(line -> ByteBuffer.wrap(line.signature().toArray()).getLong()))
        .filter(seconds -> seconds <= MAX_SECONDS)
        .map(seconds -> seconds * 1000)
        .min();
  }
}
