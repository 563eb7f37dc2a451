package io.daybook.kyb.screening.list;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import io.daybook.kyb.screening.name.NameKind;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * FollowTheMoney entities, one JSON object a line. Only what can be a hit is taken: people,
 * companies, ships and wallets that are not marked as no target.
 */
final class FtmJsonList implements ListReader {
  private static final int LONGEST_LINE = 8 << 20;
  private static final List<String> NUMBERS =
      List.of(
          "passportNumber",
          "idNumber",
          "registrationNumber",
          "imoNumber",
          "taxNumber",
          "leiCode",
          "innCode",
          "ogrnCode",
          "swiftBic",
          "isin",
          "mmsi",
          "npiCode",
          "uniqueEntityId");

  @Override
  public void read(ListSource source, Consumer<ListedEntity> sink) throws IOException {
    try (var lines = new BufferedReader(source.text())) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          entity(line, number).ifPresent(sink);
        }
      }
    }
  }

  private static Optional<ListedEntity> entity(String line, int number) throws IOException {
    try {
      return entity(object(line));
    } catch (JsonParseException
        | IllegalStateException
        | ClassCastException
        | UnsupportedOperationException
        | EOFException
        | MalformedJsonException e) {
      throw new ListRefused(
          "line %d: no FollowTheMoney entity; cut off or damaged".formatted(number), e);
    }
  }

  private static JsonObject object(String line) throws IOException {
    if (line.length() > LONGEST_LINE) {
      throw new ListRefused("a line of more than %d characters".formatted(LONGEST_LINE));
    }
    var reader = new JsonReader(new StringReader(line));
    reader.setStrictness(Strictness.STRICT);
    JsonObject object = JsonParser.parseReader(reader).getAsJsonObject();
    if (reader.peek() != JsonToken.END_DOCUMENT) {
      throw new JsonParseException("more than one value in a line");
    }
    return object;
  }

  private static Optional<ListedEntity> entity(JsonObject object) {
    String schema = text(object.get("schema"));
    Optional<NameKind> kind = EntityBuilder.kindOf(schema);
    JsonElement target = object.get("target");
    boolean isTarget = target == null || target.getAsBoolean();
    if (kind.isEmpty() || !isTarget || schema.isEmpty()) {
      return Optional.empty();
    }
    JsonObject properties = object.getAsJsonObject("properties");
    if (properties == null) {
      throw new JsonParseException("no properties");
    }
    var entity = new EntityBuilder(text(object.get("id")));
    entity.kind(kind.get());
    addNames(entity, properties, text(object.get("caption")));
    values(properties, "birthDate").forEach(entity::birthDate);
    for (String property :
        List.of("nationality", "citizenship", "country", "jurisdiction", "flag")) {
      values(properties, property).forEach(entity::countries);
    }
    for (String property : NUMBERS) {
      values(properties, property).forEach(entity::identifier);
    }
    values(properties, "publicKey").forEach(entity::wallet);
    if (!entity.hasNames()) {
      entity.name(text(object.get("id")), true);
    }
    return Optional.of(entity.build());
  }

  private static void addNames(EntityBuilder entity, JsonObject properties, String caption) {
    for (String property : List.of("name", "alias", "previousName")) {
      values(properties, property).forEach(name -> entity.name(name, false));
    }
    values(properties, "weakAlias").forEach(name -> entity.name(name, true));
    if (!entity.hasNames()) {
      entity.name(caption, false);
    }
  }

  private static String text(@Nullable JsonElement element) {
    return element == null || element.isJsonNull() ? "" : element.getAsString();
  }

  private static List<String> values(JsonObject properties, String property) {
    var values = new ArrayList<String>();
    JsonElement found = properties.get(property);
    if (found != null) {
      found.getAsJsonArray().forEach(value -> values.add(value.getAsString()));
    }
    return values;
  }
}
