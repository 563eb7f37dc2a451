package io.daybook.ui;

import io.daybook.kyb.casefile.Party;
import io.daybook.kyb.casefile.PartyId;
import io.daybook.projections.cases.PartyView;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A party of a case as pages show it.
 *
 * @param facts what is known beside the name, such as "Person, director, born 1970, Germany"
 */
record PartyRow(String id, String name, String facts) {
  /** Returns the parties' names by their ids. */
  static Map<PartyId, String> names(List<PartyView> parties) {
    return parties.stream()
        .collect(Collectors.toMap(PartyView::party, party -> party.details().name()));
  }

  static PartyRow of(PartyView view) {
    Party details = view.details();
    String roles =
        details.roles().stream()
            .map(role -> CaseWords.lowerFirst(CaseWords.constant(role)))
            .collect(Collectors.joining(" and "));
    String born = details.birthDate().isEmpty() ? "" : ", born " + details.birthDate();
    String country = details.country().isEmpty() ? "" : ", " + CaseWords.country(details.country());
    return new PartyRow(
        view.party().value(),
        details.name(),
        CaseWords.constant(details.kind()) + ", " + roles + born + country);
  }
}
