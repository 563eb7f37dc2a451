package io.daybook.kyb.casefile;

import java.util.List;

/**
 * Somebody who has to do with a business that is checked.
 *
 * @param kind person or company
 * @param roles what the party is to the business, at least one, each once
 * @param name in any script, 1 to 300 characters
 * @param birthDate of a person, {@code 1970}, {@code 1970-03} or {@code 1970-03-01}; empty if
 *     unknown
 * @param country of citizenship or seat, ISO 3166-1 alpha-2; empty if unknown
 */
public record Party(
    PartyKind kind, List<PartyRole> roles, String name, String birthDate, String country) {
  /** Copies the roles, in their order. */
  public Party {
    roles = roles.stream().distinct().sorted().toList();
  }

  /** Returns the business itself as a party. */
  public static Party of(Business business) {
    return new Party(
        PartyKind.COMPANY,
        List.of(PartyRole.BUSINESS),
        business.legalName(),
        "",
        business.country());
  }
}
