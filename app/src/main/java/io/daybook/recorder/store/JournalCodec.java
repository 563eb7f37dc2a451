package io.daybook.recorder.store;

import io.daybook.recorder.format.JournalSerializer;
import javax.crypto.SecretKey;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/**
 * How events and states become bytes and are read again.
 *
 * @param serializer writes and reads the events
 * @param upcasters turn events of earlier revisions into present ones
 * @param snapshotKey authenticates states; HMAC-SHA-256
 */
public record JournalCodec(
    JournalSerializer serializer, EventUpcaster upcasters, SecretKey snapshotKey) {
  @Override
  public String toString() {
    return "JournalCodec"; // Keys stay out of logs.
  }
}
