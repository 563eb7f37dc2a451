package io.daybook.journal.audit;

import io.daybook.journal.Bytes;
import io.daybook.journal.EventFacts;
import org.jspecify.annotations.Nullable;

/**
 * One record whose row is as it was recorded.
 *
 * @param leafIndex its index
 * @param facts what header and row both say
 * @param payload its payload; absent if it was erased
 */
record Recorded(long leafIndex, EventFacts facts, @Nullable Bytes payload) {
  Finding.Place place() {
    return new Finding.Place(leafIndex, facts.stream().aggregateId());
  }
}
