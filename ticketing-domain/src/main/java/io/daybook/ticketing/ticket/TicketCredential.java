package io.daybook.ticketing.ticket;

import io.daybook.ticketing.show.ShowId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/**
 * The signed code that shows a ticket at the door, small enough for a QR code that a phone reads.
 *
 * <p>Its content is the version (1 byte, 1), the key's id (4 bytes), the seat's number (4 bytes,
 * big-endian), the show's id (30 bytes ASCII) and the ticket's id (30 bytes ASCII). Its text is
 * {@code DBT1.}, then content and Ed25519 signature (RFC 8032, 64 bytes) in base 64 for URLs
 * without padding (RFC 4648, section 5). A scanner needs the public key alone.
 *
 * @param seat the seat's number in its pool
 * @param keyId which key signed, 8 hexadecimal digits
 */
public record TicketCredential(TicketId ticket, ShowId show, int seat, String keyId, String text) {
  private static final String PREFIX = "DBT1.";
  private static final byte VERSION = 1;
  private static final int KEY_ID_BYTES = 4;
  private static final int ID_BYTES = 30;
  private static final int SIGNATURE_BYTES = 64;
  private static final int IDS_OFFSET = 1 + KEY_ID_BYTES + Integer.BYTES;
  private static final int CONTENT_BYTES = IDS_OFFSET + 2 * ID_BYTES;

  /**
   * Makes the credential of a ticket.
   *
   * @param keyId 4 bytes
   * @param signer returns the Ed25519 signature of what it is given
   */
  public static TicketCredential sign(
      TicketId ticket, ShowId show, int seat, byte[] keyId, UnaryOperator<byte[]> signer) {
    byte[] content =
        ByteBuffer.allocate(CONTENT_BYTES)
            .put(VERSION)
            .put(keyId, 0, KEY_ID_BYTES)
            .putInt(seat)
            .put(show.value().getBytes(StandardCharsets.US_ASCII))
            .put(ticket.value().getBytes(StandardCharsets.US_ASCII))
            .array();
    byte[] signature = signer.apply(content);
    byte[] all = Arrays.copyOf(content, CONTENT_BYTES + SIGNATURE_BYTES);
    System.arraycopy(signature, 0, all, CONTENT_BYTES, SIGNATURE_BYTES);
    return parse(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(all));
  }

  /**
   * Reads a credential and checks its signature.
   *
   * @param verifier whether its second argument signs its first
   * @throws IllegalArgumentException if the text is no credential or its signature is not valid
   */
  public static TicketCredential verify(String text, BiPredicate<byte[], byte[]> verifier) {
    TicketCredential credential = parse(text);
    byte[] all = Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
    byte[] signature = Arrays.copyOfRange(all, CONTENT_BYTES, all.length);
    if (!verifier.test(Arrays.copyOf(all, CONTENT_BYTES), signature)) {
      throw new IllegalArgumentException("the credential's signature is not valid");
    }
    return credential;
  }

  private static TicketCredential parse(String text) {
    if (!text.startsWith(PREFIX)) {
      throw new IllegalArgumentException("a credential starts with " + PREFIX);
    }
    byte[] all = Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
    if (all.length != CONTENT_BYTES + SIGNATURE_BYTES || all[0] != VERSION) {
      throw new IllegalArgumentException("not a credential of version 1");
    }
    ByteBuffer numbers = ByteBuffer.wrap(all, 1, KEY_ID_BYTES + Integer.BYTES);
    int keyId = numbers.getInt();
    int seat = numbers.getInt();
    return new TicketCredential(
        new TicketId(ascii(all, IDS_OFFSET + ID_BYTES)),
        new ShowId(ascii(all, IDS_OFFSET)),
        seat,
        String.format("%08x", keyId),
        text);
  }

  private static String ascii(byte[] bytes, int offset) {
    return new String(bytes, offset, ID_BYTES, StandardCharsets.US_ASCII);
  }
}
