package io.daybook.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a field that may be left out, but is not null when it is there. */
abstract class Given<T> extends StdDeserializer<T> {
  private final Class<T> type;

  private Given(Class<T> type) {
    super(type);
    this.type = type;
  }

  @Override
  public T deserialize(JsonParser json, DeserializationContext context) {
    return context.readValue(json, type);
  }

  @Override
  public Object getNullValue(DeserializationContext context) {
    return context.reportInputMismatch(type, "null is no value of this field; leave it out");
  }

  @Override
  public @Nullable Object getAbsentValue(DeserializationContext context) {
    return null;
  }

  /** A whole number. */
  static final class WholeNumber extends Given<Long> {
    WholeNumber() {
      super(Long.class);
    }
  }

  /** A text. */
  static final class Text extends Given<String> {
    Text() {
      super(String.class);
    }
  }
}
