package io.daybook.projections.cases;

import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.kyb.casefile.KybEvent.CaseOpened;
import io.daybook.kyb.casefile.KybEvent.PartyNamed;
import io.daybook.kyb.casefile.KybEvent.PartyRemoved;
import io.daybook.kyb.casefile.Party;
import io.daybook.kyb.casefile.PartyId;
import io.daybook.projections.shared.Column;
import io.daybook.projections.shared.Draft;
import io.daybook.projections.shared.Drafts;
import io.daybook.projections.shared.PersonalTexts;
import io.daybook.projections.shared.Recorded;
import io.daybook.projections.shared.RowKey;
import io.daybook.projections.shared.Table;
import io.daybook.projections.shared.Writes;
import java.util.stream.Collectors;

/** Keeps one row for each party of a KYB case, also for those that were taken back. */
final class PartyRows {
  private static final Table PARTIES =
      Table.named("kyb_parties")
          .key("party_id")
          .texts("kyb_case_id", "kind", "roles", "name", "birth_date", "country")
          .integers("revision")
          .flags("is_present")
          .times("named_at")
          .numbers("created_position", "position");
  private static final int FIRST = 1;

  private final Writes writes;
  private final PersonalTexts texts;

  PartyRows(Writes writes, PersonalTexts texts) {
    this.writes = writes;
    this.texts = texts;
  }

  void open(CaseOpened event, Recorded at) {
    PartyId business = PartyId.ofBusiness(event.kybCase());
    name(new PartyNamed(event.kybCase(), business, FIRST, Party.of(event.business())), at);
  }

  void name(PartyNamed event, Recorded at) {
    RowKey key = PARTIES.row(event.party().value());
    writes.change(rows -> name(event, at, rows, key), key);
  }

  void remove(PartyRemoved event, Recorded at) {
    RowKey key = PARTIES.row(event.party().value());
    writes.change(
        rows -> rows.advance(key, at).ifPresent(row -> row.set("is_present", false)), key);
  }

  void clear() {
    writes.empty(PARTIES);
  }

  private void name(PartyNamed event, Recorded at, Drafts rows, RowKey key) {
    rows.create(key)
        .map(row -> row.set("created_position", at.position()).set("position", at.position()))
        .or(() -> rows.advance(key, at))
        .ifPresent(row -> fill(event, at, row));
  }

  private void fill(PartyNamed event, Recorded at, Draft row) {
    Party details = event.details();
    row.set("kyb_case_id", event.kybCase().value())
        .set("revision", event.revision())
        .set("kind", details.kind().name())
        .set("roles", details.roles().stream().map(Enum::name).collect(Collectors.joining(",")))
        .set("name", sealed(event.kybCase(), event.party(), PartyView.NAME, details.name()))
        .set(
            "birth_date",
            details.birthDate().isEmpty()
                ? ""
                : sealed(event.kybCase(), event.party(), PartyView.BIRTH_DATE, details.birthDate()))
        .set("country", details.country())
        .set("is_present", true)
        .set("named_at", at.time());
  }

  private String sealed(KybCaseId kybCase, PartyId party, String column, String text) {
    return texts.seal(kybCase.value(), Column.text(text), PartyView.place(column, party.value()));
  }
}
