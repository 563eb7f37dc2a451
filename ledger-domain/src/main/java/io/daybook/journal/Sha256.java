package io.daybook.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Lends each thread one SHA-256 digest: looking one up costs as much as hashing a small record. */
final class Sha256 {
  private static final ThreadLocal<MessageDigest> DIGEST =
      ThreadLocal.withInitial(Sha256::newDigest);

  private Sha256() {}

  /** Returns this thread's digest in its initial state; {@code digest()} must follow at once. */
  static MessageDigest digest() {
    return DIGEST.get();
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
