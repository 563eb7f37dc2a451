package io.daybook.journal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The sealed header of one event: the bytes that a leaf of the journal's tree hashes.
 *
 * <p>It commits to the payload without showing it and to its predecessor in the same aggregate.
 * Encoded as deterministic CBOR (RFC 8949, section 4.2.1): one array of 14 elements.
 *
 * @param origin the log's name, 1 to 255 bytes
 * @param facts what happened when to which aggregate
 * @param payloadCommitment see {@link PayloadCommitment}
 * @param previous the leaf hash of the aggregate's preceding event; {@link RecordHash#ZERO} exactly
 *     for sequence 0
 * @param author the author's signature on a protected event, absent on others
 */
public record Header(
    String origin,
    EventFacts facts,
    RecordHash payloadCommitment,
    RecordHash previous,
    @Nullable Author author) {

  /** The only version of the format. */
  public static final int VERSION = 1;

  /** The longest encoding, in bytes: entry bundles count in 16 bits. */
  public static final int MAX_BYTES = 0xffff;

  private static final int ELEMENTS = 14;

  /**
   * Checks the fields against each other.
   *
   * @throws IllegalArgumentException if the origin is not a proper text, or the previous hash does
   *     not fit the sequence
   */
  public Header {
    FieldText.require("origin", origin, 255);
    if ((facts.stream().sequence() == 0) != previous.equals(RecordHash.ZERO)) {
      throw new IllegalArgumentException(
          "the previous hash is zero exactly for sequence 0, not for sequence "
              + facts.stream().sequence());
    }
  }

  /** Returns the one encoding of this header, at most {@link #MAX_BYTES} long. */
  public byte[] encode() {
    var out = new CborWriter().array(ELEMENTS).unsigned(VERSION).text(origin);
    facts.writeTo(out);
    out.bytes(payloadCommitment.unsafe());
    facts.writeMetadataTo(out);
    out.bytes(previous.unsafe());
    if (author == null) {
      out.writeNull();
    } else {
      out.array(2).text(author.keyId()).bytes(author.signature().unsafe());
    }
    return out.toByteArray();
  }

  /**
   * Reads a header and accepts only the bytes that {@link #encode} would give again.
   *
   * @throws MalformedException on any other input, with the place
   */
  public static Header decode(byte[] encoded) {
    var in = new CborReader(encoded);
    try {
      Header header = read(in);
      in.end();
      if (!Arrays.equals(header.encode(), encoded)) {
        throw new MalformedException("header does not encode to the same bytes again", 0);
      }
      return header;
    } catch (IllegalArgumentException e) {
      throw new MalformedException(String.valueOf(e.getMessage()), in.position());
    }
  }

  private static Header read(CborReader in) {
    String origin = readOrigin(in);
    var columns = EventFacts.Columns.read(in);
    RecordHash commitment = in.hash();
    var metadata = EventFacts.readMetadata(in);
    RecordHash previous = in.hash();
    return new Header(origin, columns.with(metadata), commitment, previous, readAuthor(in));
  }

  static String readOrigin(CborReader in) {
    in.array(ELEMENTS);
    long version = in.unsigned();
    if (version != VERSION) {
      throw new MalformedException("version " + version + " is not known", in.position());
    }
    return in.text();
  }

  private static @Nullable Author readAuthor(CborReader in) {
    if (in.skipNull()) {
      return null;
    }
    in.array(2);
    return new Author(in.text(), Bytes.wrap(in.bytes()));
  }

  /** Returns the hash of this header as a leaf of the tree. */
  public RecordHash leafHash() {
    return leafHash(encode());
  }

  /** Returns the hash of an encoded header as a leaf of the tree: SHA-256(0x00 ‖ header). */
  public static RecordHash leafHash(byte[] header) {
    return RecordHash.ofLeaf(header);
  }
}
