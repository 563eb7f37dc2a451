package io.daybook.feed;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One business fact of the journal, without what is personal in it.
 *
 * @param position its index in the journal
 * @param type the event's name, such as {@code ledger.book.EntryPosted}
 * @param revision of the event's form; absent for the first
 * @param sequence its number among the aggregate's events, from 0
 * @param data what the event says, as the journal has it; absent if it was erased
 */
public record Change(
    long position,
    String eventId,
    String type,
    @Nullable String revision,
    @Nullable String aggregateType,
    String aggregateId,
    long sequence,
    Instant time,
    @Nullable Map<String, Object> data) {}
