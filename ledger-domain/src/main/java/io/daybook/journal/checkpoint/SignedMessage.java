package io.daybook.journal.checkpoint;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** The {@code cosigned_message} of c2sp.org/tlog-cosignature: what an ML-DSA-44 key signs. */
final class SignedMessage {
  private static final byte[] LABEL = "subtree/v1\n\0".getBytes(US_ASCII);

  private SignedMessage() {}

  /** Returns the message for a whole tree, whose subtree starts at leaf 0. */
  static byte[] of(String cosignerName, long timestampSeconds, Checkpoint checkpoint) {
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
