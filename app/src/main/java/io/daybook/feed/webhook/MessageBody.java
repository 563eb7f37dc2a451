package io.daybook.feed.webhook;

import io.daybook.feed.Change;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of a message: type, time and data (Standard Webhooks, "Payload structure").
 *
 * <p>What would be larger than 20 kB goes without the fact's content, which the change feed has.
 */
final class MessageBody {
  private static final int MAX_BYTES = 20_000;

  private MessageBody() {}

  static byte[] of(Change change) {
    byte[] full = encode(change, change.data());
    return full.length <= MAX_BYTES ? full : encode(change, null);
  }

  private static byte[] encode(Change change, @Nullable Map<String, Object> content) {
    var data = new LinkedHashMap<String, Object>();
    data.put("position", change.position());
    data.put("eventId", change.eventId());
    if (change.aggregateType() != null) {
      data.put("aggregateType", change.aggregateType());
    }
    data.put("aggregateId", change.aggregateId());
    data.put("sequence", change.sequence());
    if (content != null) {
      data.put("content", content);
    }
    var body = new LinkedHashMap<String, Object>();
    body.put("type", change.type());
    body.put("timestamp", change.time().toString());
    body.put("data", data);
    return JsonMapper.shared().writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
  }
}
