package io.daybook.journal;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the journal's header and the stored row both say about one event.
 *
 * @param stream the event's place in its aggregate
 * @param eventId the event's unique id, 1 to 255 bytes
 * @param timestampMillis when it was decided, in milliseconds since 1970-01-01T00:00Z, from 0
 * @param format how to read the payload
 * @param metadata who, why and through what: only keys of {@link #METADATA_KEYS}, each value at
 *     most 4096 bytes; kept as an unmodifiable sorted copy
 */
public record EventFacts(
    StreamPosition stream,
    String eventId,
    long timestampMillis,
    PayloadFormat format,
    SortedMap<String, String> metadata) {

  /** The only keys that metadata may have. */
  public static final Set<String> METADATA_KEYS =
      Set.of("actor", "causation", "channel", "correlation", "reason");

  private static final int MAX_VALUE_BYTES = 4096;

  /**
   * Checks every field.
   *
   * @throws IllegalArgumentException if a text is too long or not well-formed, a number is negative
   *     or a metadata key is not known
   */
  public EventFacts {
    FieldText.require("event id", eventId, 255);
    if (timestampMillis < 0) {
      throw new IllegalArgumentException("timestamp " + timestampMillis + " is negative");
    }
    // Natural order of these ASCII keys is the order of their bytes, whatever the given comparator.
    var copy = new TreeMap<String, String>();
    for (var entry : metadata.entrySet()) {
      requireMetadata(entry.getKey(), entry.getValue());
      copy.put(entry.getKey(), entry.getValue());
    }
    metadata = Collections.unmodifiableSortedMap(copy);
  }

  private static void requireMetadata(String key, String value) {
    if (!METADATA_KEYS.contains(key)) {
      throw new IllegalArgumentException("metadata key '" + key + "' is not one of the known");
    }
    FieldText.requireMaybeEmpty("metadata '" + key + "'", value, MAX_VALUE_BYTES);
  }

  void writeTo(CborWriter out) {
    out.text(stream.aggregateType()).text(stream.aggregateId()).unsigned(stream.sequence());
    out.text(eventId).unsigned(timestampMillis);
    out.text(format.type()).text(format.revision()).text(format.contentType());
  }

  void writeMetadataTo(CborWriter out) {
    out.array(metadata.size());
    metadata.forEach((key, value) -> out.array(2).text(key).text(value));
  }

  /** The fields before the metadata, which in a header is not their direct neighbour. */
  record Columns(
      StreamPosition stream, String eventId, long timestampMillis, PayloadFormat format) {

    static Columns read(CborReader in) {
      var stream = new StreamPosition(in.nullableText(), in.text(), in.unsigned());
      String eventId = in.text();
      long timestampMillis = in.unsigned();
      var format = new PayloadFormat(in.text(), in.nullableText(), in.text());
      return new Columns(stream, eventId, timestampMillis, format);
    }

    /** Passes over what {@link #read} reads, once that has found it well-formed. */
    static void skip(CborReader in) {
      in.skipText();
      in.skipText();
      in.unsigned();
      in.skipText();
      in.unsigned();
      in.skipText();
      in.skipText();
      in.skipText();
    }

    EventFacts with(SortedMap<String, String> metadata) {
      return new EventFacts(stream, eventId, timestampMillis, format, metadata);
    }
  }

  /** Passes over what {@link #readMetadata} reads, once that has found it well-formed. */
  static void skipMetadata(CborReader in) {
    int size = in.array();
    for (int i = 0; i < size; i++) {
      in.array(2);
      in.skipText();
      in.skipText();
    }
  }

  static SortedMap<String, String> readMetadata(CborReader in) {
    var metadata = new TreeMap<String, String>();
    int size = in.array();
    for (int i = 0; i < size; i++) {
      in.array(2);
      String key = in.text();
      if (!metadata.isEmpty() && metadata.lastKey().compareTo(key) >= 0) {
        throw new MalformedException("metadata keys are not sorted and unique", in.position());
      }
      metadata.put(key, in.text());
    }
    return metadata;
  }
}
