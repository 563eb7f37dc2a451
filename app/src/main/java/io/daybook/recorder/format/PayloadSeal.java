package io.daybook.recorder.format;

/** Seals the personal texts in an event's payload before anything is stored or hashed. */
@FunctionalInterface
public interface PayloadSeal {
  /** Leaves every payload as it is. */
  PayloadSeal NONE = (event, payload) -> payload;

  /**
   * Which event a payload belongs to.
   *
   * @param type the stable name of the event
   */
  record Event(String type, String aggregateId, String eventId) {}

  /** Returns the payload to store. */
  byte[] seal(Event event, byte[] payload);
}
