package io.daybook.schedule;

import io.daybook.ledger.CommandSender;
import io.daybook.ledger.book.BookCommand.ExpireFundsHolds;
import io.daybook.ledger.book.BookId;
import io.daybook.projections.balances.Balances;
import io.daybook.recorder.CommandContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends the holds on money whose time has come, once a second.
 *
 * <p>It only makes visible what is so already: a book ends them before its next decision, whether
 * or not anybody swept.
 */
@Component
class FundsHoldSweeper {
  private static final Logger LOG = LoggerFactory.getLogger(FundsHoldSweeper.class);

  private static final CommandContext SWEEPER = CommandContext.of("funds-hold-sweeper", "schedule");

  private final Balances balances;
  private final CommandSender commands;
  private final Clock clock;

  FundsHoldSweeper(Balances balances, CommandSender commands, Clock clock) {
    this.balances = balances;
    this.commands = commands;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 1_000)
  void sweep() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    try {
      if (balances.countDueHolds(BookId.MAIN, now) > 0) {
        SWEEPER.call(() -> {
          commands.send(new ExpireFundsHolds(BookId.MAIN, now));
          return now;
        });
      }
    } catch (RuntimeException e) {
      // The database or the journal may be away for a while; the next turn tries again.
      LOG.warn("Ended holds could not be swept: {}", e.toString());
    }
  }
}
