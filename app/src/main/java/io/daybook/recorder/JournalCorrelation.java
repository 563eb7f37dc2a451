package io.daybook.recorder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/** Passes on from command to event, and from event to the next command, who and what caused it. */
final class JournalCorrelation implements CorrelationDataProvider {
  private static final List<String> PASSED_ON =
      List.of("actor", "channel", "correlation", "reason");

  @Override
  public Map<String, ?> correlationDataFor(Message<?> message) {
    var data = new HashMap<String, Object>();
    for (String key : PASSED_ON) {
      if (message.getMetaData().containsKey(key)) {
        data.put(key, message.getMetaData().get(key));
      }
    }
    data.putIfAbsent("correlation", message.getIdentifier());
    data.put("causation", message.getIdentifier());
    return data;
  }
}
