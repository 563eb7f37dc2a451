package io.daybook.schedule;

import io.daybook.ledger.CommandSender;
import io.daybook.projections.shows.Holds;
import io.daybook.recorder.CommandContext;
import io.daybook.ticketing.inventory.InventoryCommand.ExpireHolds;
import io.daybook.ticketing.inventory.PoolId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Gives the seats of ended holds back, once a second.
 *
 * <p>It only makes visible what is so already: a pool treats an ended hold as dead by the time of
 * the next command, whether or not anybody swept.
 */
@Component
class HoldSweeper {
  private static final Logger LOG = LoggerFactory.getLogger(HoldSweeper.class);

  private static final CommandContext SWEEPER = CommandContext.of("hold-sweeper", "schedule");

  private final Holds holds;
  private final CommandSender commands;
  private final Clock clock;

  HoldSweeper(Holds holds, CommandSender commands, Clock clock) {
    this.holds = holds;
    this.commands = commands;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 1_000)
  void sweep() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    try {
      List<PoolId> pools = holds.findPoolsWithHoldsEndedBy(now);
      SWEEPER.call(() -> {
        pools.forEach(pool -> commands.send(new ExpireHolds(pool, now)));
        return pools;
      });
    } catch (RuntimeException e) {
      // The database or the journal may be away for a while; the next turn tries again.
      LOG.warn("Ended holds could not be swept: {}", e.toString());
    }
  }
}
