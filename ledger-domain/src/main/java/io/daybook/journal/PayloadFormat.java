package io.daybook.journal;

import org.jspecify.annotations.Nullable;

/**
 * How the stored payload bytes are to be read.
 *
 * @param type the event's stable name, such as {@code ledger.book.EntryPosted}, 1 to 255 bytes
 * @param revision the revision of the event's shape, at most 255 bytes, or absent
 * @param contentType the media type of the bytes, such as {@code application/json}, 1 to 255 bytes
 */
public record PayloadFormat(String type, @Nullable String revision, String contentType) {
  /** Checks the texts' lengths. */
  public PayloadFormat {
    FieldText.require("payload type", type, 255);
    FieldText.requireNullable("payload revision", revision, 255);
    FieldText.require("content type", contentType, 255);
  }
}
