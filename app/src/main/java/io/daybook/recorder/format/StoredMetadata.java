package io.daybook.recorder.format;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;

/** The stored form of an event's metadata: a JSON object with sorted keys and text values. */
public final class StoredMetadata {
  private static final JsonMapper JSON = StrictJson.events();
  private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

  private StoredMetadata() {}

  /** Returns the one stored form of {@code metadata}. */
  public static byte[] write(SortedMap<String, String> metadata) {
    try {
      return JSON.writeValueAsBytes(metadata);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads stored metadata.
   *
   * @throws UncheckedIOException if it is anything but a JSON object of texts
   */
  public static SortedMap<String, String> read(byte[] stored) {
    try {
      return JSON.readValue(stored, TEXTS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
