package io.daybook.journal.checkpoint;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** What a key that signs with a time signs (c2sp.org/tlog-cosignature). */
final class SignedMessage {
  private static final byte[] LABEL = "subtree/v1\n\0".getBytes(US_ASCII);

  private SignedMessage() {}

  /** Returns what {@code key} signs for a whole tree. */
  static byte[] of(VerifierKey key, long timestampSeconds, Checkpoint checkpoint) {
    return key.algorithm() == SignatureAlgorithm.COSIGNATURE_V1
        ? ("cosignature/v1\ntime " + timestampSeconds + "\n" + checkpoint.body()).getBytes(UTF_8)
        : cosignedMessage(key.name(), timestampSeconds, checkpoint);
  }

  /** The {@code cosigned_message} of ML-DSA-44, whose subtree starts at leaf 0. */
  private static byte[] cosignedMessage(
      String cosignerName, long timestampSeconds, Checkpoint checkpoint) {
    byte[] cosigner = cosignerName.getBytes(UTF_8);
    byte[] origin = checkpoint.origin().getBytes(UTF_8);
    return ByteBuffer.allocate(LABEL.length + 2 + cosigner.length + origin.length + 3 * 8 + 32)
        .put(LABEL)
        .put((byte) cosigner.length)
        .put(cosigner)
        .putLong(timestampSeconds)
        .put((byte) origin.length)
        .put(origin)
        .putLong(0)
        .putLong(checkpoint.size())
        .put(checkpoint.rootHash().bytes())
        .array();
  }
}
