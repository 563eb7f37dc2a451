package io.daybook.journal.audit;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The way of each KYB case from state to state, that no officer decides alone, that as many agree
 * as the risk demands, and that none is approved while a hit stands against it.
 */
final class CaseReplay implements AutoCloseable {
  private static final List<State> STATES = List.of(State.values());
  private static final int STATE = 0;
  private static final int OPENED_AT = 8;
  private static final int APPLICANT = 16;
  private static final int PROPOSER = 32;
  private static final int ERASED = 48;
  private static final int SUSPENDED = 56;
  private static final int OFFICERS = 64;
  private static final int SECONDS = 72;
  private static final int SECONDER = 80;
  private static final int REVIEW = 96;
  private static final int REVIEWER = 104;

  private static final long REVIEW_OPEN = 1;
  private static final long REVIEW_PROPOSED = 2;

  private final ScratchTable cases = new ScratchTable(120);
  private final HitReplay hits = new HitReplay();
  private final StateSink sink;

  private static final Set<State> SCREENED =
      EnumSet.of(State.SUBMITTED, State.CHECKED, State.PROPOSED, State.APPROVED);

  private static final Set<State> ASSESSED =
      EnumSet.complementOf(EnumSet.of(State.REJECTED, State.UNKNOWN));

  /** Where a case stands. */
  enum State {
    /** The applicant collects documents. */
    OPEN,
    /** The officers have the case. */
    SUBMITTED,
    /** A document was found changed. */
    DAMAGED,
    /** All documents are intact. */
    CHECKED,
    /** One officer proposed to approve. */
    PROPOSED,
    /** Two officers approved. */
    APPROVED,
    /** An officer rejected. */
    REJECTED,
    /** An event that this version does not know happened: no rule applies any more. */
    UNKNOWN
  }

  CaseReplay(StateSink sink) {
    this.sink = sink;
  }

  void apply(long leafIndex, String event, StrictJson json) {
    String id = json.text("kybCase");
    var key = ShortHash.of(id);
    if (event.equals("CaseOpened")) {
      open(leafIndex, id, key, json);
      return;
    }
    long at = cases.find(key);
    if (at == ScratchTable.NOWHERE) {
      throw new RuleViolation("KYB case", "opened before anything else", id + " never was");
    }
    if (cases.get(at, ERASED) != 0) {
      become(id, at, event.equals("DocumentsChecked") ? checked(json) : named(at, event));
    } else if (state(at) != State.UNKNOWN) {
      State next = next(at, event, json);
      become(id, at, next);
    }
  }

  /**
   * Follows an event whose payload was erased, by its type alone. From then on nobody can say who
   * applied or proposed, so no rule is checked for this case any more.
   */
  void applyErased(long leafIndex, String event, String id) {
    var key = ShortHash.of(id);
    long at = cases.find(key);
    if (at == ScratchTable.NOWHERE) {
      at = cases.add(key);
      cases.set(at, OPENED_AT, leafIndex);
    }
    cases.set(at, ERASED, 1);
    become(id, at, event.equals("CaseOpened") ? State.OPEN : named(at, event));
  }

  /** Returns the state that an event's name alone tells. */
  private State named(long at, String event) {
    return switch (event) {
      case "DocumentAttached",
          "PartyNamed",
          "PartyRemoved",
          "OwnershipDeclared",
          "HitFound",
          "ScreeningPerformed",
          "HitReopened",
          "CaseScreened",
          "HitsRaised",
          "HitsDisposed",
          "HitDismissalProposed",
          "HitDismissed",
          "HitConfirmed",
          "ClearanceSuspended",
          "ClearanceRestored",
          "ApprovalSeconded",
          "RiskAssessed",
          "InformationProvided",
          "RequestExpired",
          "ReviewScheduled",
          "ReviewOpened",
          "ReviewProposed",
          "ReviewCompleted" ->
          state(at);
      case "CaseSubmitted" -> State.SUBMITTED;
      case "InformationRequested" -> State.OPEN;
      case "ApprovalProposed" -> State.PROPOSED;
      case "CaseApproved" -> State.APPROVED;
      case "CaseRejected" -> State.REJECTED;
      default -> State.UNKNOWN;
    };
  }

  private void become(String id, long at, State next) {
    cases.set(at, STATE, STATES.indexOf(next));
    sink.caseIs(id, next);
  }

  private void open(long leafIndex, String id, ShortHash key, StrictJson json) {
    RuleViolation.unless(
        cases.find(key) == ScratchTable.NOWHERE, "KYB case", "opened once", id + " again");
    ShortHash applicant = ShortHash.of(json.text("applicant"));
    long at = cases.add(key);
    cases.set(at, OPENED_AT, leafIndex);
    cases.setKey(at, APPLICANT, applicant);
    sink.caseIs(id, State.OPEN);
  }

  private State next(long at, String event, StrictJson json) {
    return switch (event) {
      case "DocumentAttached" -> from(at, event, EnumSet.of(State.OPEN, State.DAMAGED), state(at));
      case "CaseSubmitted" ->
          from(at, event, EnumSet.of(State.OPEN, State.DAMAGED), State.SUBMITTED);
      case "InformationRequested" -> {
        requireOther(at, APPLICANT, "officer", json);
        yield from(at, event, EnumSet.of(State.CHECKED), State.OPEN);
      }
      case "InformationProvided", "RequestExpired" ->
          from(at, event, EnumSet.of(State.OPEN), State.OPEN);
      case "DocumentsChecked" -> from(at, event, EnumSet.of(State.SUBMITTED), checked(json));
      case "ApprovalProposed" -> propose(at, event, json);
      case "ApprovalSeconded" -> second(at, event, json);
      case "CaseApproved" -> approve(at, event, json);
      case "RiskAssessed" -> {
        cases.set(at, OFFICERS, json.object("assessment").integer("officers"));
        yield from(at, event, ASSESSED, state(at));
      }
      case "ReviewOpened", "ReviewProposed", "ReviewCompleted" -> review(at, event, json);
      case "ReviewScheduled" -> from(at, event, EnumSet.of(State.APPROVED), state(at));
      case "CaseRejected" -> reject(at, event, json);
      case "PartyNamed", "PartyRemoved", "OwnershipDeclared" ->
          from(
              at,
              event,
              EnumSet.of(State.OPEN, State.DAMAGED, State.CHECKED, State.APPROVED),
              state(at));
      case "HitFound" -> {
        hits.find(json);
        yield from(at, event, SCREENED, state(at));
      }
      case "ScreeningPerformed" -> {
        hits.see(json);
        yield from(at, event, SCREENED, state(at));
      }
      case "HitReopened" -> {
        hits.reopen(json);
        yield from(at, event, SCREENED, state(at));
      }
      case "CaseScreened" -> from(at, event, EnumSet.of(State.SUBMITTED), state(at));
      case "HitsRaised", "HitsDisposed" ->
          from(at, event, EnumSet.of(State.CHECKED, State.PROPOSED), state(at));
      case "HitDismissalProposed", "HitDismissed", "HitConfirmed" -> {
        requireOther(at, APPLICANT, "officer", json);
        hits.decide(event, json);
        yield from(at, event, SCREENED, state(at));
      }
      case "ClearanceSuspended", "ClearanceRestored" -> {
        cases.set(at, SUSPENDED, event.equals("ClearanceSuspended") ? 1 : 0);
        yield from(at, event, EnumSet.of(State.APPROVED), state(at));
      }
      default -> State.UNKNOWN;
    };
  }

  private State reject(long at, String event, StrictJson json) {
    Set<State> allowed = EnumSet.of(State.SUBMITTED, State.DAMAGED, State.CHECKED, State.PROPOSED);
    if (cases.get(at, SUSPENDED) != 0 || cases.get(at, REVIEW) != 0) {
      allowed.add(State.APPROVED);
    }
    State next = from(at, event, allowed, State.REJECTED);
    requireOther(at, APPLICANT, "officer", json);
    return next;
  }

  private static State checked(StrictJson json) {
    return json.flag("intact") ? State.CHECKED : State.DAMAGED;
  }

  private State propose(long at, String event, StrictJson json) {
    State next = from(at, event, EnumSet.of(State.CHECKED), State.PROPOSED);
    hits.requireDismissed(json.text("kybCase"), event);
    requireOther(at, APPLICANT, "officer", json);
    cases.setKey(at, PROPOSER, ShortHash.of(json.text("officer")));
    cases.set(at, SECONDS, 0);
    return next;
  }

  private State second(long at, String event, StrictJson json) {
    State next = from(at, event, EnumSet.of(State.PROPOSED), State.PROPOSED);
    hits.requireDismissed(json.text("kybCase"), event);
    requireOther(at, APPLICANT, "officer", json);
    requireOther(at, PROPOSER, "officer", json);
    RuleViolation.unless(cases.get(at, SECONDS) == 0, "seconders before " + event, "none", "one");
    cases.setKey(at, SECONDER, ShortHash.of(json.text("officer")));
    cases.set(at, SECONDS, 1);
    return next;
  }

  private State approve(long at, String event, StrictJson json) {
    State next = from(at, event, EnumSet.of(State.PROPOSED), State.APPROVED);
    hits.requireDismissed(json.text("kybCase"), event);
    requireOther(at, APPLICANT, "approvedBy", json);
    requireOther(at, PROPOSER, "approvedBy", json);
    requireEnough(at, json);
    String proposer = json.text("proposedBy");
    RuleViolation.unless(
        cases.getKey(at, PROPOSER).equals(ShortHash.of(proposer)),
        "proposer of the approval",
        "the officer who proposed it",
        proposer);
    return next;
  }

  /** A review is opened, one officer says that the approval stands, and another one agrees. */
  private State review(long at, String event, StrictJson json) {
    State next = from(at, event, EnumSet.of(State.APPROVED), State.APPROVED);
    switch (event) {
      case "ReviewOpened" -> step(at, event, 0, REVIEW_OPEN);
      case "ReviewProposed" -> {
        step(at, event, REVIEW_OPEN, REVIEW_PROPOSED);
        hits.requireDismissed(json.text("kybCase"), event);
        requireOther(at, APPLICANT, "officer", json);
        cases.setKey(at, REVIEWER, ShortHash.of(json.text("officer")));
      }
      default -> {
        step(at, event, REVIEW_PROPOSED, 0);
        hits.requireDismissed(json.text("kybCase"), event);
        requireOther(at, APPLICANT, "completedBy", json);
        requireOther(at, REVIEWER, "completedBy", json);
      }
    }
    return next;
  }

  private void step(long at, String event, long expected, long next) {
    long actual = cases.get(at, REVIEW);
    RuleViolation.unless(
        actual == expected, "step of the review before " + event, "" + expected, "" + actual);
    cases.set(at, REVIEW, next);
  }

  /** Where the risk is high, three officers agree: one proposes, one seconds, one approves. */
  private void requireEnough(long at, StrictJson json) {
    long needed = Math.max(2, cases.get(at, OFFICERS));
    long agreed = 2 + cases.get(at, SECONDS);
    RuleViolation.unless(
        agreed >= needed, "officers of an approval", Long.toString(needed), Long.toString(agreed));
    if (cases.get(at, SECONDS) != 0) {
      requireOther(at, SECONDER, "approvedBy", json);
    }
  }

  private State from(long at, String event, Set<State> allowed, State next) {
    RuleViolation.unless(
        allowed.contains(state(at)), "state before " + event, "one of " + allowed, "" + state(at));
    return next;
  }

  /** Whoever decides is neither the applicant nor one who proposed or seconded. */
  private void requireOther(long at, int whom, String field, StrictJson json) {
    String officer = json.text(field);
    RuleViolation.unless(
        !cases.getKey(at, whom).equals(ShortHash.of(officer)),
        field + " of a decision",
        switch (whom) {
          case APPLICANT -> "not the applicant";
          case PROPOSER, REVIEWER -> "not the proposer";
          default -> "not the seconder";
        },
        officer);
  }

  private State state(long at) {
    return STATES.get((int) cases.get(at, STATE));
  }

  ModelRows rows() {
    return new Rows();
  }

  /** The cases as the read model shows them. */
  private final class Rows implements ModelRows {
    @Override
    public long count() {
      return cases.count();
    }

    @Override
    public String key(String[] columns) {
      return columns[0];
    }

    @Override
    public long find(String[] columns) {
      return columns.length == 2 ? cases.find(ShortHash.of(columns[0])) : ScratchTable.NOWHERE;
    }

    @Override
    public boolean matches(long place, String[] columns) {
      return state(place) == State.UNKNOWN || state(place).name().equals(columns[1]);
    }

    @Override
    public long next(long place) {
      return cases.next(place);
    }

    @Override
    public long recordOf(long place) {
      return cases.get(place, OPENED_AT);
    }

    @Override
    public String describe(long place, StrictJson record) {
      return record.text("kybCase") + "\t" + state(place);
    }
  }

  @Override
  public void close() {
    cases.close();
    hits.close();
  }
}
