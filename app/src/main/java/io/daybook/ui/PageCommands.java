package io.daybook.ui;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.DomainError;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shared.ProjectionPositions;
import io.daybook.recorder.CommandContext;
import io.daybook.recorder.JournalGateway;
import io.daybook.security.Caller;
import io.daybook.ui.Decisions.Outcome;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Sends the commands of forms in the caller's name, and waits until the next page shows them. */
@Component
class PageCommands {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final JournalGateway commands;
  private final ProjectionPositions positions;

  PageCommands(JournalGateway commands, ProjectionPositions positions) {
    this.commands = commands;
    this.positions = positions;
  }

  Outcome send(Object command) {
    try {
      long position =
          CommandContext.of(Caller.current().userId(), "ui")
              .call(() -> commands.send(command).position());
      positions.awaitPosition(List.of(ProjectionNames.CASES), position, PATIENCE);
      return new Outcome.Recorded(position);
    } catch (CommandRefused refused) {
      HttpStatus status =
          refused.error().kind() == DomainError.Kind.INVALID
              ? HttpStatus.UNPROCESSABLE_CONTENT
              : HttpStatus.CONFLICT;
      return new Outcome.Refused(status, RefusalWords.of(refused.error()));
    }
  }
}
