package io.daybook.journal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A SHA-256 hash: of a leaf, of a tree node or of a payload commitment.
 *
 * <p>Leaves and nodes are hashed as RFC 6962, section 2.1, says: a leaf with the prefix 0x00, a
 * node with the prefix 0x01, so that neither can be taken for the other.
 */
public final class RecordHash {
  /** The length of every hash, in bytes. */
  public static final int LENGTH = 32;

  /** 32 zero bytes: the predecessor of an aggregate's first record. */
  public static final RecordHash ZERO = new RecordHash(new byte[LENGTH]);

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final byte LEAF = 0x00;
  private static final byte NODE = 0x01;

  private final byte[] value;

  private RecordHash(byte[] value) {
    this.value = value;
  }

  /**
   * Copies a hash.
   *
   * @throws IllegalArgumentException unless there are exactly 32 bytes
   */
  public static RecordHash of(byte[] hash) {
    if (hash.length != LENGTH) {
      throw new IllegalArgumentException("a hash has 32 bytes, not " + hash.length);
    }
    return new RecordHash(hash.clone());
  }

  /** Takes over a fresh digest. */
  static RecordHash wrap(byte[] hash) {
    return new RecordHash(hash);
  }

  /**
   * Copies the hash that starts at {@code offset} of {@code source}.
   *
   * @throws IndexOutOfBoundsException if fewer than 32 bytes follow
   */
  public static RecordHash of(byte[] source, int offset) {
    if (offset < 0 || offset > source.length - LENGTH) {
      throw new IndexOutOfBoundsException("no 32 bytes at " + offset + " of " + source.length);
    }
    return new RecordHash(Arrays.copyOfRange(source, offset, offset + LENGTH));
  }

  /**
   * Reads 64 hexadecimal digits of either case.
   *
   * @throws IllegalArgumentException if {@code hex} is anything else
   */
  public static RecordHash fromHex(String hex) {
    return of(HexFormat.of().parseHex(hex));
  }

  /** Hashes {@code data} as it is, without a prefix. */
  public static RecordHash sha256(byte[] data) {
    return new RecordHash(Sha256.digest().digest(data));
  }

  /** Hashes one leaf of the tree: SHA-256(0x00 ‖ entry). */
  public static RecordHash ofLeaf(byte[] entry) {
    MessageDigest digest = Sha256.digest();
    digest.update(LEAF);
    return new RecordHash(digest.digest(entry));
  }

  /** Hashes an inner node of the tree: SHA-256(0x01 ‖ left ‖ right). */
  public static RecordHash ofNode(RecordHash left, RecordHash right) {
    MessageDigest digest = Sha256.digest();
    digest.update(NODE);
    digest.update(left.value);
    return new RecordHash(digest.digest(right.value));
  }

  /** Returns a copy of the 32 bytes. */
  public byte[] bytes() {
    return value.clone();
  }

  /** Writes the 32 bytes into {@code target} from {@code offset} on. */
  public void copyTo(byte[] target, int offset) {
    System.arraycopy(value, 0, target, offset, LENGTH);
  }

  /** Returns the eight bytes from {@code offset} (0 to 24) on as one number. */
  public long word(int offset) {
    return (long) WORDS.get(value, offset);
  }

  /** Returns the hash as 64 lower-case hexadecimal digits. */
  public String toHex() {
    return HexFormat.of().formatHex(value);
  }

  byte[] unsafe() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecordHash that && Arrays.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    // The bytes of a hash are evenly spread, so four of them are a good hash code.
    return value[0] << 24 | (value[1] & 0xff) << 16 | (value[2] & 0xff) << 8 | (value[3] & 0xff);
  }

  @Override
  public String toString() {
    return toHex();
  }
}
