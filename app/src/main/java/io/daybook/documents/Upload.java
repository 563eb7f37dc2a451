package io.daybook.documents;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of a document as somebody sent them. */
public final class Upload {
  private final byte[] content;
  private final String mediaType;
  private final String sha256;

  /** Takes the bytes; they must not change any more. */
  public Upload(byte[] content) {
    this.content = content;
    this.mediaType = MediaTypes.detect(content);
    this.sha256 = hash(content);
  }

  /** Returns the bytes. */
  public byte[] content() {
    return content;
  }

  /**
   * Returns what the first bytes say; {@code application/octet-stream} if that is nothing known.
   */
  public String mediaType() {
    return mediaType;
  }

  /** Returns 64 lower-case hexadecimal digits. */
  public String sha256() {
    return sha256;
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
