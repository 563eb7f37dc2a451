package io.daybook.journal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.daybook.journal.Bytes;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a payload as one JSON object, strictly: UTF-8, RFC 8259 to the letter, no key twice,
 * nothing after it. Whatever is not there or of another type is a {@link RuleViolation}.
 */
final class StrictJson {
  private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,18}");

  private final Map<String, Value> members;

  private StrictJson(Map<String, Value> members) {
    this.members = members;
  }

  private sealed interface Value {}

  private record Text(String text) implements Value {}

  /** A number as it was written, because reading one of a million digits would take for ever. */
  private record Numeral(String digits) implements Value {}

  private record Members(Map<String, Value> values) implements Value {}

  private record Elements(List<Value> values) implements Value {}

  private enum Literal implements Value {
    TRUE,
    FALSE,
    NULL
  }

  static StrictJson parse(Bytes payload) {
    try (var in = new InputStreamReader(payload.newInputStream(), UTF_8.newDecoder());
        var reader = new JsonReader(in)) {
      reader.setStrictness(Strictness.STRICT);
      boolean isObject = reader.peek() == JsonToken.BEGIN_OBJECT;
      RuleViolation.unless(isObject, "payload", "a JSON object", "another JSON value");
      var object = new StrictJson(readObject(reader));
      boolean isAll = reader.peek() == JsonToken.END_DOCUMENT;
      RuleViolation.unless(isAll, "payload", "one JSON object", "more after it");
      return object;
    } catch (IOException | NumberFormatException | IllegalStateException e) {
      throw new RuleViolation("payload", "strict JSON in UTF-8", String.valueOf(e.getMessage()));
    }
  }

  private static Value read(JsonReader in) throws IOException {
    return switch (in.peek()) {
      case BEGIN_OBJECT -> new Members(readObject(in));
      case BEGIN_ARRAY -> new Elements(readArray(in));
      case STRING -> new Text(in.nextString());
      case NUMBER -> new Numeral(in.nextString());
      case BOOLEAN -> in.nextBoolean() ? Literal.TRUE : Literal.FALSE;
      case NULL -> {
        in.nextNull();
        yield Literal.NULL;
      }
      case END_OBJECT, END_ARRAY, NAME, END_DOCUMENT ->
          throw new IOException("a value is missing at " + in.getPath());
    };
  }

  private static Map<String, Value> readObject(JsonReader in) throws IOException {
    var members = new HashMap<String, Value>();
    in.beginObject();
    while (in.hasNext()) {
      String name = in.nextName();
      if (members.put(name, read(in)) != null) {
        throw new IOException("key '" + name + "' is there twice");
      }
    }
    in.endObject();
    return members;
  }

  private static List<Value> readArray(JsonReader in) throws IOException {
    var elements = new ArrayList<Value>();
    in.beginArray();
    while (in.hasNext()) {
      elements.add(read(in));
    }
    in.endArray();
    return elements;
  }

  /** Returns the text under {@code key}, which is not empty. */
  String text(String key) {
    if (members.get(key) instanceof Text(String text) && !text.isEmpty()) {
      return text;
    }
    throw wrong(key, "a text");
  }

  /** Returns the text under {@code key}, or null if there is none. */
  @Nullable String textOrNull(String key) {
    return members.get(key) instanceof Text(String text) ? text : null;
  }

  /** Returns the truth value under {@code key}. */
  boolean flag(String key) {
    if (members.get(key) instanceof Literal literal && literal != Literal.NULL) {
      return literal == Literal.TRUE;
    }
    throw wrong(key, "true or false");
  }

  /** Returns the integer under {@code key}. */
  long integer(String key) {
    if (members.get(key) instanceof Numeral(String digits) && INTEGER.matcher(digits).matches()) {
      try {
        return Long.parseLong(digits);
      } catch (NumberFormatException e) {
        throw wrong(key, "an integer of 64 bits");
      }
    }
    throw wrong(key, "an integer");
  }

  /** Returns the object under {@code key}. */
  StrictJson object(String key) {
    return object(key, members.get(key));
  }

  /** Returns the objects in the list under {@code key}. */
  List<StrictJson> objects(String key) {
    if (members.get(key) instanceof Elements(List<Value> values)) {
      return values.stream().map(value -> object(key, value)).toList();
    }
    throw wrong(key, "a list");
  }

  private StrictJson object(String key, @Nullable Value value) {
    if (value instanceof Members(Map<String, Value> values)) {
      return new StrictJson(values);
    }
    throw wrong(key, "an object");
  }

  private RuleViolation wrong(String key, String expected) {
    @Nullable Value actual = members.get(key);
    return new RuleViolation(
        "member '" + key + "'", expected, actual == null ? "nothing" : actual.toString());
  }
}
