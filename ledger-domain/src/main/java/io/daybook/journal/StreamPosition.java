package io.daybook.journal;

import org.jspecify.annotations.Nullable;

/**
 * Where an event stands in its aggregate's own stream.
 *
 * <p>The stream is named by {@code aggregateId} alone, as in Axon: the type is a remark.
 *
 * @param aggregateType the aggregate's type, at most 255 bytes; absent for an event of no aggregate
 * @param aggregateId the stream's id, 1 to 255 bytes, a pseudonym and never a name
 * @param sequence the place in the stream, from 0 and without gaps
 */
public record StreamPosition(@Nullable String aggregateType, String aggregateId, long sequence) {
  /** Checks the texts' lengths and that the sequence is not negative. */
  public StreamPosition {
    FieldText.requireNullable("aggregate type", aggregateType, 255);
    FieldText.require("aggregate id", aggregateId, 255);
    if (sequence < 0) {
      throw new IllegalArgumentException("sequence " + sequence + " is negative");
    }
  }
}
