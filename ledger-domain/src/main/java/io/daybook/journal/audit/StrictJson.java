package io.daybook.journal.audit;

import io.daybook.journal.Bytes;
import java.math.BigInteger;
import java.util.ArrayList;
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

  /** One JSON value. */
  sealed interface Value {}

  /** A text. */
  record Text(String text) implements Value {}

  /** A number as it was written, because reading one of a million digits would take for ever. */
  record Numeral(String digits) implements Value {}

  /** An object. */
  record Members(Map<String, Value> values) implements Value {}

  /** A list. */
  record Elements(List<Value> values) implements Value {}

  /** One of the three words. */
  enum Literal implements Value {
    TRUE,
    FALSE,
    NULL
  }

  static StrictJson parse(Bytes payload) {
    return new StrictJson(JsonScanner.object(payload));
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

  /** Returns the texts in the list under {@code key}. */
  List<String> texts(String key) {
    if (members.get(key) instanceof Elements(List<Value> values)) {
      var texts = new ArrayList<String>();
      for (Value value : values) {
        if (!(value instanceof Text(String text))) {
          throw wrong(key, "a list of texts");
        }
        texts.add(text);
      }
      return texts;
    }
    throw wrong(key, "a list");
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

  /** Returns the integer under {@code key}, or null if there is none. */
  @Nullable BigInteger integerOrNull(String key) {
    return members.get(key) instanceof Numeral ? BigInteger.valueOf(integer(key)) : null;
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
