package io.daybook.journal.audit;

import io.daybook.journal.EventFacts;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names the facts of an event as the columns that they are stored in. */
final class Columns {
  private Columns() {}

  static Map<String, String> of(EventFacts facts) {
    var columns = new LinkedHashMap<String, String>();
    columns.put("aggregate_type", String.valueOf(facts.stream().aggregateType()));
    columns.put("aggregate_id", facts.stream().aggregateId());
    columns.put("sequence", String.valueOf(facts.stream().sequence()));
    columns.put("event_id", facts.eventId());
    columns.put("timestamp_ms", String.valueOf(facts.timestampMillis()));
    columns.put("payload_type", facts.format().type());
    columns.put("payload_revision", String.valueOf(facts.format().revision()));
    columns.put("content_type", facts.format().contentType());
    columns.put("metadata", facts.metadata().toString());
    return columns;
  }
}
