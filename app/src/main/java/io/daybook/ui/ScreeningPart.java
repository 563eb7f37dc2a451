package io.daybook.ui;

import io.daybook.kyb.casefile.PartyId;
import io.daybook.kyb.casefile.UsedList;
import io.daybook.projections.cases.CaseView;
import io.daybook.projections.cases.HitView;
import io.daybook.projections.cases.PartyView;
import io.daybook.projections.cases.WatchlistView;
import io.daybook.projections.cases.Watchlists;
import io.daybook.screening.ActiveLists;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Parties and hits of a case as its page shows them.
 *
 * @param isScreened whether lists were searched at all: before, no hit means nothing
 * @param summary when which lists were searched, or that none was yet
 */
record ScreeningPart(
    List<PartyRow> parties, List<HitRow> hits, boolean isScreened, String summary) {
  static ScreeningPart of(
      CaseView kybCase, List<PartyView> parties, List<HitView> hits, Watchlists lists) {
    Map<PartyId, String> nameById = PartyRow.names(parties);
    return new ScreeningPart(
        parties.stream().map(PartyRow::of).toList(),
        hits.stream()
            .map(hit -> HitRow.of(hit, nameById.getOrDefault(hit.party(), "(taken back)")))
            .toList(),
        kybCase.screenedAt() != null,
        summary(kybCase, lists));
  }

  private static String summary(CaseView kybCase, Watchlists lists) {
    Instant at = kybCase.screenedAt();
    if (at == null) {
      return "Nobody was looked for in the lists yet.";
    }
    Map<String, String> nameById = new HashMap<>();
    lists.findAll().forEach(list -> nameById.put(list.watchlist().value(), list.name()));
    return "Looked for on "
        + Moment.toTheMinute(at).text()
        + " in "
        + kybCase.screenedLists().stream()
            .map(list -> name(list, nameById))
            .collect(Collectors.joining(", "))
        + ".";
  }

  private static String name(UsedList list, Map<String, String> nameById) {
    return list.watchlist().equals(ActiveLists.SAMPLE)
        ? "the made-up sample list, as no list is active"
        : nameById.getOrDefault(list.watchlist(), list.watchlist()) + " version " + list.version();
  }

  /** Returns the name of a list that a hit is from. */
  static String listName(HitView hit, List<WatchlistView> lists) {
    return lists.stream()
        .filter(list -> list.watchlist().value().equals(hit.watchlist()))
        .map(WatchlistView::name)
        .findFirst()
        .orElse(hit.watchlist());
  }
}
