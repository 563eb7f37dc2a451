package io.daybook.kyb.screening.match;

import io.daybook.kyb.screening.name.NameKind;
import java.util.List;

/**
 * Who is asked about.
 *
 * @param id names the query in the answer
 * @param names at least one name, unless there is an identifier or a wallet
 * @param kind what it is, if it is known
 * @param birthDates "1970", "1970-03" or "1970-03-01"; none if unknown
 * @param countries ISO 3166 codes in lower case; none if unknown
 * @param identifiers letters and digits in upper case
 * @param wallets addresses on chains
 */
public record ScreeningQuery(
    String id,
    List<String> names,
    NameKind kind,
    List<String> birthDates,
    List<String> countries,
    List<String> identifiers,
    List<String> wallets) {

  /** Copies the lists. */
  public ScreeningQuery {
    names = List.copyOf(names);
    birthDates = List.copyOf(birthDates);
    countries = List.copyOf(countries);
    identifiers = List.copyOf(identifiers);
    wallets = List.copyOf(wallets);
  }
}
