package io.daybook.kyb.casefile;

import io.daybook.kyb.casefile.KybError.PartyFieldInvalid;
import io.daybook.ledger.CommandRefused;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a party's details must be. */
final class PartyRules {
  static final int MAX_NAME_CHARACTERS = 300;

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}");

  private PartyRules() {}

  /**
   * Checks the details of a party.
   *
   * @throws CommandRefused by the first field that is not accepted
   */
  static void check(Party party) {
    boolean isNamed =
        !PlainText.isBlank(party.name()) && PlainText.isAccepted(party.name(), MAX_NAME_CHARACTERS);
    require(isNamed, "name");
    boolean hasRoles = !party.roles().isEmpty() && !party.roles().contains(PartyRole.BUSINESS);
    require(hasRoles, "roles");
    boolean isBorn = party.birthDate().isEmpty() || party.kind() == PartyKind.PERSON;
    require(isBorn && isDate(party.birthDate()), "birthDate");
    require(party.country().isEmpty() || COUNTRIES.contains(party.country()), "country");
  }

  private static void require(boolean isAccepted, String field) {
    if (!isAccepted) {
      throw new CommandRefused(new PartyFieldInvalid(field));
    }
  }

  private static boolean isDate(String text) {
    try {
      return switch (text.length()) {
        case 0 -> true;
        case 4 -> YEAR.matcher(text).matches();
        case 7 -> YEAR.matcher(YearMonth.parse(text).toString().substring(0, 4)).matches();
        case 10 -> YEAR.matcher(LocalDate.parse(text).toString().substring(0, 4)).matches();
        default -> false;
      };
    } catch (DateTimeException malformed) {
      return false;
    }
  }
}
