package io.daybook.kyb.screening.command;

import io.daybook.kyb.screening.list.Countries;
import io.daybook.kyb.screening.list.Header;
import io.daybook.kyb.screening.match.ScreeningQuery;
import io.daybook.kyb.screening.name.NameKind;
import io.daybook.kyb.screening.name.NameParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads who is asked about from a row of a table. */
final class QueryColumns {
  private QueryColumns() {}

  /** What the first row of a file of queries may call its columns. */
  static boolean isHeader(List<String> row) {
    var header = new Header(row);
    return header.has("name", "full_name", "fullname", "query", "query_name");
  }

  /** A first row that names the other columns but not the one that is needed. */
  static boolean isNamelessHeader(List<String> row) {
    String first = row.getFirst().strip();
    return row.size() > 1 && (first.equalsIgnoreCase("id") || first.equalsIgnoreCase("query_id"));
  }

  /** Reads a row of a file of queries by its header's columns. */
  static ScreeningQuery query(Header header, List<String> row, String number) {
    String id = header.value(row, "id", "query_id", "queryid", "qid");
    String name = header.value(row, "name", "full_name", "query_name", "query");
    String aliases = header.value(row, "aliases", "alias");
    return new ScreeningQuery(
        id.isEmpty() ? number : id,
        names(name, aliases),
        kind(header.value(row, "type", "schema", "kind", "entity_type")),
        dates(header.value(row, "birth_date", "dob", "date_of_birth", "birth", "birthdate")),
        Countries.of(header.value(row, "country", "countries", "nationality")),
        identifiers(header.value(row, "identifier", "identifiers", "imo", "registration_number")),
        values(header.value(row, "wallet", "wallets", "address", "wallet_address")));
  }

  static ScreeningQuery named(String id, String name, String type, String birth, String country) {
    return new ScreeningQuery(
        id, names(name, ""), kind(type), dates(birth), Countries.of(country), List.of(), List.of());
  }

  private static List<String> names(String name, String aliases) {
    var names = new ArrayList<String>();
    if (!name.isBlank()) {
      names.add(checked(name.strip()));
    }
    values(aliases).forEach(alias -> names.add(checked(alias)));
    return names;
  }

  private static String checked(String name) {
    if (name.length() > NameParser.LONGEST) {
      throw new UsageException(
          "a name of %,d characters; at most %,d".formatted(name.length(), NameParser.LONGEST));
    }
    return name;
  }

  static NameKind kind(String type) {
    return switch (type.strip().toLowerCase(Locale.ROOT)) {
      case "" -> NameKind.UNKNOWN;
      case "person", "individual", "per", "p", "natural person", "pep" -> NameKind.PERSON;
      case "company",
          "organization",
          "organisation",
          "org",
          "publicbody",
          "entity",
          "business",
          "c",
          "o",
          "e" ->
          NameKind.ORGANISATION;
      case "vessel", "ship", "airplane", "aircraft", "vehicle", "object", "v" -> NameKind.OBJECT;
      case "legalentity", "thing", "unknown", "any", "wallet", "cryptowallet", "asset" ->
          NameKind.UNKNOWN;
      default ->
          throw new UsageException("no type: '" + type + "'; person, company, vessel or nothing");
    };
  }

  private static List<String> dates(String text) {
    return values(text).stream().map(QueryColumns::date).toList();
  }

  private static String date(String text) {
    if (text.matches("\\d{4}(-\\d{2}(-\\d{2}([T ].*)?)?)?")) {
      return text.length() > 10 ? text.substring(0, 10) : text;
    }
    throw new UsageException("no birth date: '" + text + "'; as 1970, 1970-03 or 1970-03-01");
  }

  private static List<String> identifiers(String text) {
    return values(text).stream()
        .map(value -> value.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", ""))
        .toList();
  }

  private static List<String> values(String text) {
    return Arrays.stream(text.split(";"))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
