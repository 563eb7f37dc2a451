package io.daybook.kyb.casefile;

import io.daybook.kyb.casefile.KybCommand.ConfirmHit;
import io.daybook.kyb.casefile.KybCommand.DismissHit;
import io.daybook.kyb.casefile.KybError.FourEyes;
import io.daybook.kyb.casefile.KybError.FourEyes.Conflict;
import io.daybook.kyb.casefile.KybError.HitDecided;
import io.daybook.kyb.casefile.KybError.HitUnknown;
import io.daybook.kyb.casefile.KybError.HitsConfirmed;
import io.daybook.kyb.casefile.KybError.HitsOpen;
import io.daybook.kyb.casefile.KybEvent.ApprovalProposed;
import io.daybook.kyb.casefile.KybEvent.ApprovalSeconded;
import io.daybook.kyb.casefile.KybEvent.CaseApproved;
import io.daybook.kyb.casefile.KybEvent.CaseOpened;
import io.daybook.kyb.casefile.KybEvent.CaseRejected;
import io.daybook.kyb.casefile.KybEvent.CaseScreened;
import io.daybook.kyb.casefile.KybEvent.CaseSubmitted;
import io.daybook.kyb.casefile.KybEvent.ClearanceRestored;
import io.daybook.kyb.casefile.KybEvent.ClearanceSuspended;
import io.daybook.kyb.casefile.KybEvent.DocumentAttached;
import io.daybook.kyb.casefile.KybEvent.DocumentsChecked;
import io.daybook.kyb.casefile.KybEvent.HitConfirmed;
import io.daybook.kyb.casefile.KybEvent.HitDismissalProposed;
import io.daybook.kyb.casefile.KybEvent.HitDismissed;
import io.daybook.kyb.casefile.KybEvent.HitFound;
import io.daybook.kyb.casefile.KybEvent.HitReopened;
import io.daybook.kyb.casefile.KybEvent.HitsDisposed;
import io.daybook.kyb.casefile.KybEvent.HitsRaised;
import io.daybook.kyb.casefile.KybEvent.InformationProvided;
import io.daybook.kyb.casefile.KybEvent.InformationRequested;
import io.daybook.kyb.casefile.KybEvent.OwnershipDeclared;
import io.daybook.kyb.casefile.KybEvent.PartyNamed;
import io.daybook.kyb.casefile.KybEvent.PartyRemoved;
import io.daybook.kyb.casefile.KybEvent.RequestExpired;
import io.daybook.kyb.casefile.KybEvent.ReviewCompleted;
import io.daybook.kyb.casefile.KybEvent.ReviewOpened;
import io.daybook.kyb.casefile.KybEvent.ReviewProposed;
import io.daybook.kyb.casefile.KybEvent.ReviewScheduled;
import io.daybook.kyb.casefile.KybEvent.RiskAssessed;
import io.daybook.kyb.casefile.KybEvent.ScreeningPerformed;
import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The hits of one case. What officers decided on a hit stays known when a later screening does not
 * find it, and counts again when it comes back unchanged.
 */
final class CaseHits {
  private final Map<HitId, Hit> hits = new HashMap<>();
  private Set<HitId> present = Set.of();

  /** Whether the last that the process was told of the hits is that some are open. */
  private boolean isTold;

  private boolean isSuspended;

  /**
   * A hit and what became of it.
   *
   * @param decision the last officer's, null if there is none
   */
  private record Hit(FoundHit found, HitState state, @Nullable KybEvent decision) {
    Hit with(HitState next, @Nullable KybEvent by) {
      return new Hit(found, next, by);
    }
  }

  /** Returns what must be recorded because a screening found these: what is new or other now. */
  List<KybEvent> find(KybCaseId kybCase, List<FoundHit> found) {
    var events = new ArrayList<KybEvent>();
    for (FoundHit each : found) {
      @Nullable Hit known = hits.get(each.id());
      if (known == null || !isSame(known.found(), each)) {
        events.add(new HitFound(kybCase, each.id(), each));
      }
      if (known != null && isDismissal(known.state())) {
        cause(known.found(), each)
            .ifPresent(why -> events.add(new HitReopened(kybCase, each.id(), why)));
      }
    }
    return events;
  }

  /** Whether a screening found the hits that there are now, and no other. */
  boolean arePresent(List<FoundHit> found) {
    var ids = new HashSet<HitId>();
    found.forEach(each -> ids.add(each.id()));
    return ids.equals(present);
  }

  /**
   * Returns what happens when an officer says that the party is somebody else.
   *
   * @param twoOfficersFrom from which score on, in thousandths, another officer must agree
   */
  Optional<KybEvent> dismiss(DismissHit command, int twoOfficersFrom) {
    Hit hit = present(command.hit());
    var dismissed =
        new HitDismissed(
            command.kybCase(),
            command.hit(),
            command.officer(),
            command.ground(),
            command.reason());
    var proposed =
        new HitDismissalProposed(
            command.kybCase(),
            command.hit(),
            command.officer(),
            command.ground(),
            command.reason());
    if (dismissed.equals(hit.decision()) || proposed.equals(hit.decision())) {
      return Optional.empty();
    }
    return switch (hit.state()) {
      case OPEN -> Optional.of(hit.found().score() >= twoOfficersFrom ? proposed : dismissed);
      case CONFIRMED -> Optional.of(proposed);
      case DISMISSAL_PROPOSED -> {
        requireOther(hit, command.officer());
        yield Optional.of(dismissed);
      }
      case DISMISSED -> throw new CommandRefused(new HitDecided(command.hit(), hit.state()));
    };
  }

  /** Returns what happens when an officer says that the party is who the list says. */
  Optional<KybEvent> confirm(ConfirmHit command) {
    Hit hit = present(command.hit());
    var confirmed =
        new HitConfirmed(command.kybCase(), command.hit(), command.officer(), command.reason());
    if (confirmed.equals(hit.decision())) {
      return Optional.empty();
    }
    if (hit.state() == HitState.CONFIRMED) {
      throw new CommandRefused(new HitDecided(command.hit(), hit.state()));
    }
    return Optional.of(confirmed);
  }

  /**
   * Checks that every hit is dismissed.
   *
   * @throws CommandRefused if one is not
   */
  void requireDismissed(KybCaseId kybCase) {
    if (open() > 0) {
      throw new CommandRefused(new HitsOpen(kybCase, open()));
    }
    if (confirmed() > 0) {
      throw new CommandRefused(new HitsConfirmed(kybCase));
    }
  }

  /** Returns how many hits wait for a decision. */
  int open() {
    return (int) present.stream().filter(id -> known(id).state().isOpen()).count();
  }

  /** Whether one of the hits is like a true match, whatever was decided on it. */
  boolean isOneLikeATrueMatch() {
    return present.stream().anyMatch(id -> known(id).found().isLikeATrueMatch());
  }

  /** Returns how many hits are true matches. */
  int confirmed() {
    return (int) present.stream().filter(id -> known(id).state() == HitState.CONFIRMED).count();
  }

  /**
   * Returns what the process, or whoever asks for clearance, must be told of the hits now; nothing
   * if they know.
   */
  Optional<KybEvent> news(KybCaseId kybCase, OrganiserId organiser, CaseState state) {
    boolean isOpen = open() > 0;
    return switch (state) {
      case APPROVED -> {
        boolean isBad = isOpen || confirmed() > 0;
        yield isBad == isSuspended
            ? Optional.empty()
            : Optional.of(
                isBad
                    ? new ClearanceSuspended(kybCase, organiser)
                    : new ClearanceRestored(kybCase, organiser));
      }
      case CHECKED, PROPOSED ->
          isOpen == isTold
              ? Optional.empty()
              : Optional.of(
                  isOpen
                      ? new HitsRaised(kybCase, open())
                      : new HitsDisposed(kybCase, confirmed()));
      case OPEN, SUBMITTED, DAMAGED, REJECTED -> Optional.empty();
    };
  }

  /** Whether an approved business is not cleared because of its hits. */
  boolean isSuspended() {
    return isSuspended;
  }

  /** Follows what happened to the hits; all other events change nothing. */
  void on(KybEvent event) {
    switch (event) {
      case HitFound(_, HitId hit, FoundHit found) -> find(hit, found);
      case ScreeningPerformed performed -> present = Set.copyOf(performed.hits());
      case HitReopened reopened -> become(reopened.hit(), HitState.OPEN, null);
      case HitDismissalProposed proposed ->
          become(proposed.hit(), HitState.DISMISSAL_PROPOSED, proposed);
      case HitDismissed dismissed -> become(dismissed.hit(), HitState.DISMISSED, dismissed);
      case HitConfirmed confirmed -> become(confirmed.hit(), HitState.CONFIRMED, confirmed);
      case CaseScreened screened -> isTold = screened.openHits() > 0;
      case HitsRaised _ -> isTold = true;
      case HitsDisposed _ -> isTold = false;
      case ClearanceSuspended _ -> isSuspended = true;
      case ClearanceRestored _, CaseRejected _ -> isSuspended = false;
      case CaseOpened _,
          DocumentAttached _,
          CaseSubmitted _,
          DocumentsChecked _,
          ApprovalProposed _,
          CaseApproved _,
          ApprovalSeconded _,
          RiskAssessed _,
          ReviewScheduled _,
          InformationRequested _,
          InformationProvided _,
          RequestExpired _,
          ReviewOpened _,
          ReviewProposed _,
          ReviewCompleted _,
          OwnershipDeclared _,
          PartyNamed _,
          PartyRemoved _ -> {
        // Say nothing about hits.
      }
    }
  }

  private void find(HitId hit, FoundHit found) {
    @Nullable Hit known = hits.get(hit);
    hits.put(
        hit,
        known == null
            ? new Hit(found, HitState.OPEN, null)
            : new Hit(found, known.state(), known.decision()));
  }

  private void become(HitId hit, HitState state, @Nullable KybEvent decision) {
    hits.put(hit, known(hit).with(state, decision));
  }

  private static boolean isDismissal(HitState state) {
    return state == HitState.DISMISSED || state == HitState.DISMISSAL_PROPOSED;
  }

  /** The same but for the version of the list, which says nothing about the entry. */
  private static boolean isSame(FoundHit known, FoundHit found) {
    return known.revision() == found.revision()
        && known.entryHash().equals(found.entryHash())
        && known.score() == found.score();
  }

  private static Optional<ReopenCause> cause(FoundHit known, FoundHit found) {
    if (known.revision() != found.revision()) {
      return Optional.of(ReopenCause.PARTY_CHANGED);
    }
    return known.entryHash().equals(found.entryHash())
        ? Optional.empty()
        : Optional.of(ReopenCause.ENTRY_CHANGED);
  }

  private static void requireOther(Hit hit, UserId officer) {
    if (hit.decision() instanceof HitDismissalProposed proposed
        && proposed.officer().equals(officer)) {
      throw new CommandRefused(new FourEyes(officer, Conflict.HIT_PROPOSER));
    }
  }

  private Hit present(HitId hit) {
    if (!present.contains(hit)) {
      throw new CommandRefused(new HitUnknown(hit));
    }
    return known(hit);
  }

  private Hit known(HitId hit) {
    @Nullable Hit known = hits.get(hit);
    if (known == null) {
      throw new IllegalStateException("a screening names no hit that was not found: " + hit);
    }
    return known;
  }
}
