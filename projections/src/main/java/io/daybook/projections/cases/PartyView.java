package io.daybook.projections.cases;

import io.daybook.kyb.casefile.Party;
import io.daybook.kyb.casefile.PartyId;
import io.daybook.kyb.casefile.PartyKind;
import io.daybook.kyb.casefile.PartyRole;
import io.daybook.projections.shared.PersonalTexts;
import io.daybook.projections.shared.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A party of a KYB case as it is now.
 *
 * @param revision which of the party's details these are, from 1
 * @param namedAt since when
 */
public record PartyView(PartyId party, int revision, Party details, Instant namedAt) {
  static final String NAME = "name";
  static final String BIRTH_DATE = "birth_date";

  /** Returns where a personal text of a party is stored. */
  static String[] place(String column, String party) {
    return new String[] {"read.kyb_parties", column, party};
  }

  /** Returns this view, read as it is stored, with its personal texts as they read now. */
  PartyView opened(PersonalTexts texts) {
    String row = party.value();
    String birthDate = details.birthDate();
    return new PartyView(
        party,
        revision,
        new Party(
            details.kind(),
            details.roles(),
            texts.open(details.name(), place(NAME, row)),
            birthDate.isEmpty() ? "" : texts.open(birthDate, place(BIRTH_DATE, row)),
            details.country()),
        namedAt);
  }

  static PartyView of(Row row) throws SQLException {
    List<PartyRole> roles =
        Stream.of(row.text("roles").split(",")).map(PartyRole::valueOf).toList();
    return new PartyView(
        row.value("party_id", PartyId::new),
        row.integer("revision"),
        new Party(
            row.value("kind", PartyKind::valueOf),
            roles,
            row.text(NAME),
            row.text(BIRTH_DATE),
            row.text("country")),
        row.instant("named_at"));
  }
}
