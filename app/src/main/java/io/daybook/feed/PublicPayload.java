package io.daybook.feed;

import io.daybook.recorder.personal.PersonalEvents;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an event says without what is personal: neither the texts that are sealed in the journal nor
 * the ids of users, wherever they are.
 */
final class PublicPayload {
  private static final Pattern USER = Pattern.compile("usr_[0-9A-HJKMNP-TV-Z]{26}");

  private final PersonalEvents personal;
  private final JsonMapper json;

  PublicPayload(PersonalEvents personal, JsonMapper json) {
    this.personal = personal;
    this.json = json;
  }

  /** Returns the public part of a payload of an event named {@code type}. */
  Map<String, Object> of(String type, byte[] payload) {
    Map<?, ?> fields = json.readValue(new String(payload, StandardCharsets.UTF_8), Map.class);
    Map<String, Object> open = withoutUsers(fields);
    personal.fields(type).forEach(pointer -> remove(open, pointer.substring(1)));
    return open;
  }

  private static void remove(Map<?, ?> fields, String path) {
    int slash = path.indexOf('/');
    if (slash < 0) {
      fields.remove(path);
    } else if (fields.get(path.substring(0, slash)) instanceof Map<?, ?> nested) {
      remove(nested, path.substring(slash + 1));
    }
  }

  private static Map<String, Object> withoutUsers(Map<?, ?> fields) {
    var open = new LinkedHashMap<String, Object>();
    fields.forEach((name, value) -> {
      if (value != null && !isUser(value)) {
        open.put((String) name, withoutUsers(value));
      }
    });
    return open;
  }

  private static Object withoutUsers(Object value) {
    return switch (value) {
      case Map<?, ?> fields -> withoutUsers(fields);
      case List<?> values -> {
        var open = new ArrayList<Object>();
        for (Object each : values) {
          if (each != null && !isUser(each)) {
            open.add(withoutUsers(each));
          }
        }
        yield open;
      }
      default -> value;
    };
  }

  private static boolean isUser(Object value) {
    return value instanceof String text && USER.matcher(text).matches();
  }
}
