package io.daybook.retention;

/**
 * A journal record whose payload and salt are removed.
 *
 * @param index its leaf index
 * @param eventId the event's id, so that index and record cannot be confused
 */
public record ErasedRecord(long index, String eventId) {}
