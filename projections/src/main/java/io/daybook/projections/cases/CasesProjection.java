package io.daybook.projections.cases;

import io.daybook.kyb.casefile.KybEvent;
import io.daybook.kyb.casefile.KybEvent.CaseOpened;
import io.daybook.kyb.casefile.KybEvent.HitConfirmed;
import io.daybook.kyb.casefile.KybEvent.HitDismissalProposed;
import io.daybook.kyb.casefile.KybEvent.HitDismissed;
import io.daybook.kyb.casefile.KybEvent.HitFound;
import io.daybook.kyb.casefile.KybEvent.HitReopened;
import io.daybook.kyb.casefile.KybEvent.OwnershipDeclared;
import io.daybook.kyb.casefile.KybEvent.PartyNamed;
import io.daybook.kyb.casefile.KybEvent.PartyRemoved;
import io.daybook.kyb.casefile.KybEvent.ScreeningPerformed;
import io.daybook.kyb.watchlist.WatchlistEvent;
import io.daybook.projections.shared.PersonalTexts;
import io.daybook.projections.shared.PositionWriter;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shared.Recorded;
import io.daybook.projections.shared.Writes;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;

/** Keeps KYB cases, their documents, parties, hits and history, and the lists. */
@ProcessingGroup(ProjectionNames.CASES)
final class CasesProjection {
  private final CaseRows cases;
  private final HistoryRows history;
  private final PartyRows parties;
  private final HitRows hits;
  private final OwnershipRows ownership;
  private final WatchlistRows watchlists;
  private final PositionWriter positions;

  CasesProjection(Writes writes, PositionWriter positions, PersonalTexts texts) {
    this.cases = new CaseRows(writes, texts);
    this.history = new HistoryRows(writes, texts);
    this.parties = new PartyRows(writes, texts);
    this.hits = new HitRows(writes, texts);
    this.ownership = new OwnershipRows(writes);
    this.watchlists = new WatchlistRows(writes);
    this.positions = positions;
  }

  @EventHandler
  void on(
      KybEvent event,
      TrackingToken token,
      @Timestamp Instant time,
      @MetaDataValue("actor") @Nullable String actor) {
    Recorded at = positions.reached(ProjectionNames.CASES, token, time);
    cases.apply(event, at);
    history.add(event, actor, at);
    switch (event) {
      case CaseOpened opened -> parties.open(opened, at);
      case PartyNamed named -> parties.name(named, at);
      case PartyRemoved removed -> parties.remove(removed, at);
      case OwnershipDeclared declared -> ownership.declare(declared, at);
      case HitFound found -> hits.find(found, at);
      case ScreeningPerformed performed -> hits.see(performed, at);
      case HitReopened reopened -> hits.reopen(reopened, at);
      case HitDismissalProposed proposed -> hits.decide(proposed, at);
      case HitDismissed dismissed -> hits.decide(dismissed, at);
      case HitConfirmed confirmed -> hits.decide(confirmed, at);
      default -> {
        // Changes the case alone.
      }
    }
  }

  @EventHandler
  void on(WatchlistEvent event, TrackingToken token, @Timestamp Instant time) {
    watchlists.apply(event, positions.reached(ProjectionNames.CASES, token, time));
  }

  @ResetHandler
  void reset() {
    history.clear();
    hits.clear();
    parties.clear();
    ownership.clear();
    watchlists.clear();
    cases.clear();
    positions.forget(ProjectionNames.CASES);
  }
}
