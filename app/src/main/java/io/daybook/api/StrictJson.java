package io.daybook.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads JSON strictly: what is not understood is refused, never guessed.
 *
 * <p>Refused are unknown fields, repeated fields, numbers for texts and the reverse, fractions for
 * whole numbers, missing numbers, text behind the document, deep nesting, and texts with control
 * characters, lone surrogates or direction overrides.
 */
@Configuration
class StrictJson implements WebMvcConfigurer {
  private static final int MAX_DEPTH = 20;
  private static final int MAX_TEXT = 20_000;
  private static final int MAX_NUMBER = 40;

  @Bean
  JsonFactoryBuilderCustomizer boundedJson() {
    return factory ->
        factory
            // JSON is UTF-8; other encodings are not guessed from the first bytes.
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_TEXT)
                    .maxNumberLength(MAX_NUMBER)
                    .build());
  }

  @Bean
  JsonMapperBuilderCustomizer strictReading() {
    return mapper -> {
      mapper.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
      mapper.disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION);
      mapper.enable(
          DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
          DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
          DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
          DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
      mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
      mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
      mapper.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
      mapper.addModule(
          new SimpleModule()
              .addDeserializer(String.class, new PlainText())
              .addDeserializer(Instant.class, new Timestamp()));
    };
  }

  /** JSON is the only language of bodies; other converters on the class path stay out. */
  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
    builder.configureMessageConvertersList(converters ->
        converters.removeIf(converter -> {
          String name = converter.getClass().getSimpleName();
          return name.contains("Yaml") || name.contains("Cbor") || name.contains("Xml");
        }));
  }

  /** Reads a JSON string and refuses characters that no honest text needs. */
  private static final class PlainText extends StdScalarDeserializer<String> {
    PlainText() {
      super(String.class);
    }

    @Override
    public LogicalType logicalType() {
      return LogicalType.Textual;
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
      if (!parser.currentToken().isScalarValue()
          || parser.currentToken().isNumeric()
          || parser.currentToken().isBoolean()) {
        return (String) context.handleUnexpectedToken(context.constructType(String.class), parser);
      }
      String text = parser.getString();
      PlainTextRule.check(text);
      return text;
    }
  }

  /** Reads an instant as RFC 3339 writes it; a number says no unit, so it is none. */
  private static final class Timestamp extends StdScalarDeserializer<Instant> {
    private static final Pattern FORMAT =
        Pattern.compile(
            "(?!0000)\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");

    Timestamp() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return (Instant)
            context.handleUnexpectedToken(context.constructType(Instant.class), parser);
      }
      String text = parser.getString();
      try {
        if (FORMAT.matcher(text).matches()) {
          return Instant.parse(text);
        }
      } catch (DateTimeException e) {
        // Said below: a day or an hour that there is not.
      }
      return (Instant)
          context.handleWeirdStringValue(Instant.class, text, "not a time of RFC 3339");
    }
  }
}
