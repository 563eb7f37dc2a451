package io.daybook.kyb.screening.list;

import io.daybook.kyb.screening.name.NameKind;
import java.util.List;

/**
 * A person, company or thing on a list.
 *
 * @param id the list's own id
 * @param kind what it is
 * @param names at least one
 * @param birthDates as far as they are known: "1970", "1970-03" or "1970-03-01"
 * @param countries ISO 3166 codes in lower case
 * @param identifiers numbers of passports, registers, ships; letters and digits in upper case
 * @param wallets addresses on chains, as they are written
 */
public record ListedEntity(
    String id,
    NameKind kind,
    List<ListedName> names,
    List<String> birthDates,
    List<String> countries,
    List<String> identifiers,
    List<String> wallets) {

  /** Copies the lists. */
  public ListedEntity {
    names = List.copyOf(names);
    birthDates = List.copyOf(birthDates);
    countries = List.copyOf(countries);
    identifiers = List.copyOf(identifiers);
    wallets = List.copyOf(wallets);
  }
}
