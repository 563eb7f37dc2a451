package io.daybook.screening;

import io.daybook.kyb.casefile.FoundHit;
import io.daybook.kyb.casefile.HitId;
import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.kyb.casefile.KybCommand.RecordScreening;
import io.daybook.kyb.casefile.KybEvent.PartyNamed;
import io.daybook.kyb.casefile.KybEvent.PartyRemoved;
import io.daybook.kyb.casefile.Screening;
import io.daybook.kyb.watchlist.WatchlistCommand.RecordRescreening;
import io.daybook.kyb.watchlist.WatchlistEvent.WatchlistVersionActivated;
import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.CommandSender;
import io.daybook.ledger.DerivedId;
import io.daybook.projections.cases.Cases;
import io.daybook.projections.cases.HitView;
import io.daybook.projections.cases.Screenings;
import io.daybook.security.personal.PersonalData;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks for the parties of all screened cases again when a version of a list becomes active, and
 * for those of one case when they change.
 *
 * <p>What asks for it names the command, so after a crash the same work has no second effect.
 */
@Component
@ProcessingGroup(Rescreening.GROUP)
class Rescreening {
  static final String GROUP = "rescreening";

  private static final Logger LOG = LoggerFactory.getLogger(Rescreening.class);

  private final CaseScreening screening;
  private final Screenings screenings;
  private final Cases cases;
  private final CommandSender commands;

  Rescreening(CaseScreening screening, Screenings screenings, Cases cases, CommandSender commands) {
    this.screening = screening;
    this.screenings = screenings;
    this.cases = cases;
    this.commands = commands;
  }

  @EventHandler
  void on(
      WatchlistVersionActivated activated, TrackingToken token, @MessageIdentifier String event) {
    screening.await(token.position().orElse(0));
    int all = 0;
    int changed = 0;
    for (KybCaseId kybCase : screenings.screenedCases()) {
      if (!isErased(kybCase)) {
        all++;
        changed += isChangedByScreening(kybCase, event) ? 1 : 0;
      }
    }
    commands.send(new RecordRescreening(activated.watchlist(), activated.version(), all, changed));
    LOG.info("Screened {} cases again, {} have other hits now", all, changed);
  }

  @EventHandler
  void on(PartyNamed named, TrackingToken token, @MessageIdentifier String event) {
    partiesChanged(named.kybCase(), token, event);
  }

  @EventHandler
  void on(PartyRemoved removed, TrackingToken token, @MessageIdentifier String event) {
    partiesChanged(removed.kybCase(), token, event);
  }

  private void partiesChanged(KybCaseId kybCase, TrackingToken token, String event) {
    screening.await(token.position().orElse(0));
    // Until a case is submitted its process will screen it.
    boolean wasScreened =
        cases.findSummary(kybCase).filter(found -> found.screenedAt() != null).isPresent();
    if (wasScreened && !isErased(kybCase)) {
      isChangedByScreening(kybCase, event);
    }
  }

  private boolean isChangedByScreening(KybCaseId kybCase, String event) {
    Screening found = screening.screenAsShown(kybCase);
    var before = new HashSet<HitId>();
    screenings.hits(kybCase).stream().map(HitView::hit).forEach(before::add);
    try {
      commands.send(
          new RecordScreening(kybCase, DerivedId.of("cmd", kybCase.value(), GROUP, event), found));
    } catch (CommandRefused refused) {
      // Decided, submitted again or changed meanwhile: what did that has it screened.
      LOG.debug("Case {} was not screened again: {}", kybCase, refused.getMessage());
    }
    return !before.equals(Set.copyOf(found.hits().stream().map(FoundHit::id).toList()));
  }

  private boolean isErased(KybCaseId kybCase) {
    return cases
        .findSummary(kybCase)
        .map(found -> found.business().legalName().equals(PersonalData.ERASED))
        .orElse(true);
  }
}
