package io.daybook.screening;

import io.daybook.kyb.casefile.FoundHit;
import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.kyb.casefile.PartyId;
import io.daybook.kyb.casefile.PartyKind;
import io.daybook.kyb.casefile.ScreenedParty;
import io.daybook.kyb.casefile.Screener;
import io.daybook.kyb.casefile.Screening;
import io.daybook.kyb.screening.match.Hit;
import io.daybook.kyb.screening.match.ScreeningPolicy;
import io.daybook.kyb.screening.match.ScreeningQuery;
import io.daybook.kyb.screening.name.NameKind;
import io.daybook.projections.cases.Cases;
import io.daybook.projections.cases.PartyView;
import io.daybook.projections.cases.Screenings;
import io.daybook.projections.shared.JournalHead;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shared.ProjectionPositions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Looks for the parties of cases in the active lists. */
@Component
class CaseScreening implements Screener {
  private static final String POLICY = Sha256.of(ScreeningPolicy.STANDARD.toString());
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MAX_EXPLANATION_CHARACTERS = 4_000;

  /** Shorter numbers are those of many registers. */
  private static final int LEAST_IDENTIFIER_CHARACTERS = 6;

  private final ActiveLists lists;
  private final Cases cases;
  private final Screenings screenings;
  private final ProjectionPositions positions;
  private final JournalHead journal;

  CaseScreening(
      ActiveLists lists,
      Cases cases,
      Screenings screenings,
      ProjectionPositions positions,
      JournalHead journal) {
    this.lists = lists;
    this.cases = cases;
    this.screenings = screenings;
    this.positions = positions;
    this.journal = journal;
  }

  /** Screens by all that the journal holds now, so that no list or party is missed. */
  @Override
  public Screening screen(KybCaseId kybCase) {
    await(journal.size() - 1);
    return screenAsShown(kybCase);
  }

  /**
   * Waits until parties and lists are those of a position of the journal.
   *
   * @throws IllegalStateException if the read models are too far behind
   */
  void await(long position) {
    if (!positions.awaitPosition(List.of(ProjectionNames.CASES), position, PATIENCE)) {
      throw new IllegalStateException("the read models have not reached position " + position);
    }
  }

  /** Screens by what the read models show. */
  Screening screenAsShown(KybCaseId kybCase) {
    List<SearchableList> searched = lists.current();
    List<PartyView> parties = screenings.parties(kybCase);
    var hits = new ArrayList<FoundHit>();
    for (PartyView party : parties) {
      ScreeningQuery query = query(kybCase, party);
      for (SearchableList list : searched) {
        list.search(query).stream()
            .filter(hit -> !isOtherRegister(query, hit))
            .forEach(hit -> hits.add(found(party, list, hit)));
      }
    }
    hits.sort(Comparator.comparingInt(FoundHit::score).reversed());
    return new Screening(
        POLICY,
        searched.stream().map(SearchableList::list).toList(),
        parties.stream().map(each -> new ScreenedParty(each.party(), each.revision())).toList(),
        hits.stream().limit(Screening.MAX_HITS).toList());
  }

  private ScreeningQuery query(KybCaseId kybCase, PartyView party) {
    boolean isPerson = party.details().kind() == PartyKind.PERSON;
    return new ScreeningQuery(
        party.party().value(),
        List.of(party.details().name()),
        isPerson ? NameKind.PERSON : NameKind.ORGANISATION,
        present(party.details().birthDate()).toList(),
        present(party.details().country().toLowerCase(Locale.ROOT)).toList(),
        identifiers(kybCase, party.party()),
        List.of());
  }

  private List<String> identifiers(KybCaseId kybCase, PartyId party) {
    if (!party.equals(PartyId.ofBusiness(kybCase))) {
      return List.of();
    }
    return cases.findSummary(kybCase).stream()
        .map(found -> found.business().registrationNumber().toUpperCase(Locale.ROOT))
        .map(number -> number.replaceAll("[^\\p{L}\\p{N}]", ""))
        .filter(number -> number.length() >= LEAST_IDENTIFIER_CHARACTERS)
        .toList();
  }

  /** The same number in the register of another country is another business. */
  private static boolean isOtherRegister(ScreeningQuery query, Hit hit) {
    return hit.explanation().startsWith("identifier ")
        && !hit.entity().countries().isEmpty()
        && query.countries().stream().noneMatch(hit.entity().countries()::contains);
  }

  private static Stream<String> present(String text) {
    return text.isEmpty() ? Stream.of() : Stream.of(text);
  }

  private static FoundHit found(PartyView party, SearchableList list, Hit hit) {
    String explanation = hit.explanation();
    return new FoundHit(
        party.party(),
        party.revision(),
        list.list().watchlist(),
        list.list().version(),
        hit.entity().id(),
        ListEntries.hash(hit.entity()),
        (int) Math.round(hit.score() * 1000),
        hit.entity().names().getFirst().text(),
        explanation.substring(0, Math.min(explanation.length(), MAX_EXPLANATION_CHARACTERS)));
  }
}
