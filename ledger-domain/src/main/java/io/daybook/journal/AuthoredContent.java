package io.daybook.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;

/**
 * What the author of a protected event signs: everything that is known about the event when it is
 * decided, before it has its place in the log.
 *
 * <p>Not signed are the time, which the writer may have to move forward, and the hash of the
 * preceding event, which may itself still be on its way to its place.
 */
public final class AuthoredContent {
  private static final byte[] DOMAIN = "jrn/author/v1".getBytes(US_ASCII);
  private static final int ELEMENTS = 10;

  private AuthoredContent() {}

  /** Returns the signed message: label and CBOR array, see docs/journal-format.md. */
  public static byte[] of(String origin, EventFacts facts, RecordHash payloadCommitment) {
    var out = new CborWriter().array(ELEMENTS).text(origin);
    out.text(facts.stream().aggregateType())
        .text(facts.stream().aggregateId())
        .unsigned(facts.stream().sequence());
    out.text(facts.eventId());
    out.text(facts.format().type())
        .text(facts.format().revision())
        .text(facts.format().contentType());
    out.bytes(payloadCommitment.unsafe());
    facts.writeMetadataTo(out);
    byte[] content = out.toByteArray();
    return ByteBuffer.allocate(DOMAIN.length + content.length).put(DOMAIN).put(content).array();
  }
}
