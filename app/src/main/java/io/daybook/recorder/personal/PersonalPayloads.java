package io.daybook.recorder.personal;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.recorder.format.PayloadSeal;
import io.daybook.security.personal.PersonalData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Seals the personal texts of payloads, each for its origin, aggregate, event and field.
 *
 * <p>What is personal to somebody whose data may not be kept any more is not written at all.
 */
final class PersonalPayloads implements PayloadSeal {
  private static final String JOURNAL = "journal";
  private static final JsonMapper JSON = new JsonMapper();

  private final String origin;
  private final PersonalEvents events;
  private final StreamKeys keys;
  private final PersonalData personal;

  PersonalPayloads(String origin, PersonalEvents events, StreamKeys keys, PersonalData personal) {
    this.origin = origin;
    this.events = events;
    this.keys = keys;
    this.personal = personal;
  }

  @Override
  public byte[] seal(Event event, byte[] payload) {
    if (events.fields(event.type()).isEmpty()) {
      return payload;
    }
    try {
      JsonNode content = JSON.readTree(payload);
      Optional<String> key = keys.find(event.aggregateId(), event.type(), content);
      replace(
          event.type(),
          content,
          (field, text) ->
              key.map(id -> personal.seal(id, text, place(event, field)))
                  .orElse(PersonalData.ERASED));
      return JSON.writeValueAsBytes(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns {@code content} with its personal texts as they read now. */
  JsonNode open(Event event, JsonNode content) {
    JsonNode opened = content.deepCopy();
    replace(event.type(), opened, (field, text) -> personal.open(text, place(event, field)));
    return opened;
  }

  boolean concerns(String type) {
    return !events.fields(type).isEmpty();
  }

  private void replace(String type, JsonNode content, BiFunction<String, String, String> change) {
    List<String> fields = events.fields(type);
    for (String field : fields) {
      JsonPointer pointer = JsonPointer.compile(field);
      JsonNode text = content.at(pointer);
      if (text.isTextual() && content.at(pointer.head()) instanceof ObjectNode parent) {
        parent.put(pointer.last().getMatchingProperty(), change.apply(field, text.textValue()));
      }
    }
  }

  private String[] place(Event event, String field) {
    return new String[] {JOURNAL, origin, event.aggregateId(), event.eventId(), field};
  }
}
