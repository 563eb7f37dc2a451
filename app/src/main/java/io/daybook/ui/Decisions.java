package io.daybook.ui;

import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.DomainError;
import io.daybook.ledger.UserId;
import io.daybook.projections.cases.CaseDetailView;
import io.daybook.projections.cases.Cases;
import io.daybook.projections.cases.HistoryView;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shared.ProjectionPositions;
import io.daybook.recorder.CommandContext;
import io.daybook.recorder.JournalGateway;
import io.daybook.security.Caller;
import io.daybook.security.UserNames;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Takes officers' decisions; the case itself judges whether they may be taken. */
@Component
class Decisions {
  /** How long a reason may be; the form says the same. */
  static final int MAX_REASON = 1000;

  /** What the page shows next: the case's read model and, by Axon's name, its process. */
  private static final List<String> SHOWN = List.of(ProjectionNames.CASES, "kyb-process");

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Cases cases;
  private final JournalGateway commands;
  private final ProjectionPositions positions;
  private final UserNames users;

  Decisions(Cases cases, JournalGateway commands, ProjectionPositions positions, UserNames users) {
    this.cases = cases;
    this.commands = commands;
    this.positions = positions;
    this.users = users;
  }

  /**
   * What a form asks for.
   *
   * @param seen the case's last journal position when the officer opened the page; null: unknown
   */
  record Request(Decision decision, String reason, @Nullable Long seen) {
    /** A reason is one line in the journal, however it was typed. */
    Request {
      reason = OneLine.of(reason);
    }
  }

  /** How it ended. */
  sealed interface Outcome {
    /** The decision is in the journal at {@code position}. */
    record Recorded(long position) implements Outcome {}

    /** Nothing was written; {@code message} tells the officer why. */
    record Refused(HttpStatus status, String message) implements Outcome {}
  }

  Outcome take(CaseDetailView seen, Request request) {
    var officer = new UserId(Caller.current().userId());
    // A form that was sent twice is told of its first decision, not that it came too late.
    Optional<Long> before = recorded(seen, officer, request);
    if (before.isPresent()) {
      return new Outcome.Recorded(before.get());
    }
    if (request.seen() != null && request.seen() < seen.kybCase().position()) {
      return new Outcome.Refused(HttpStatus.CONFLICT, meanwhile(seen.history().getLast()));
    }
    int length = request.reason().codePointCount(0, request.reason().length());
    if (length > MAX_REASON) {
      return new Outcome.Refused(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "The reason has %,d characters; it may have %,d. Nothing was recorded."
              .formatted(length, MAX_REASON));
    }
    try {
      return new Outcome.Recorded(record(seen.kybCase().kybCase(), officer, request));
    } catch (CommandRefused refused) {
      HttpStatus status =
          refused.error().kind() == DomainError.Kind.INVALID
              ? HttpStatus.UNPROCESSABLE_CONTENT
              : HttpStatus.CONFLICT;
      return new Outcome.Refused(status, RefusalWords.of(refused.error()));
    }
  }

  private long record(KybCaseId kybCase, UserId officer, Request request) {
    long position =
        CommandContext.of(officer.value(), "ui")
            .call(() ->
                commands
                    .send(request.decision().command(kybCase, officer, request.reason()))
                    .position());
    positions.awaitPosition(SHOWN, position, PATIENCE);
    // The second of two equal forms at once writes nothing, so its position is not the decision's.
    return cases.find(kybCase).flatMap(found -> recorded(found, officer, request)).orElse(position);
  }

  private static Optional<Long> recorded(CaseDetailView view, UserId officer, Request request) {
    // What was said in an earlier review was said of other facts.
    long reviewedSince =
        view.history().stream()
            .filter(entry -> entry.what().equals("ReviewOpened"))
            .mapToLong(HistoryView::position)
            .max()
            .orElse(-1);
    return view.history().stream()
        .filter(entry ->
            entry.position() > reviewedSince
                && request.decision().leaves(entry.what())
                && officer.value().equals(entry.who())
                && request.reason().equals(entry.reason()))
        .map(HistoryView::position)
        .findFirst();
  }

  private String meanwhile(HistoryView last) {
    String who = last.who();
    return "The case has changed since you opened it: %s%s (journal record %d). Nothing was"
            .formatted(
                CaseWords.lowerFirst(CaseWords.event(last.what())),
                who == null ? "" : " by " + users.of(who),
                last.position())
        + " recorded; look at the case again before you decide.";
  }
}
