package io.daybook.retention;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.CommandSender;
import io.daybook.recorder.CommandContext;
import io.daybook.retention.RetentionCommand.ExpireData;
import io.daybook.security.personal.DataKeyDestruction;
import io.daybook.ticketing.show.ShowId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Lets data end by the schedule: archives shows, expires keys, forgets old answers. */
public final class RetentionSweep {
  private static final Logger LOG = LoggerFactory.getLogger(RetentionSweep.class);
  private static final CommandContext SWEEP = CommandContext.of("retention-sweep", "schedule");

  private final RetentionSchedule schedule;
  private final CommandSender commands;
  private final DataKeyDestruction keys;

  RetentionSweep(RetentionSchedule schedule, CommandSender commands, DataKeyDestruction keys) {
    this.schedule = schedule;
    this.commands = commands;
    this.keys = keys;
  }

  @Scheduled(
      fixedDelayString = "${daybook.retention.interval:1h}",
      initialDelayString = "${daybook.retention.interval:1h}")
  void sweepAgain() {
    try {
      sweep();
    } catch (RuntimeException e) {
      // The database or the journal may be away for a while; the next turn tries again.
      LOG.warn("The retention schedule could not be followed: {}", e.toString());
    }
  }

  /**
   * Lets end what has been kept for as long as it may be. What a sweep archives, the next one after
   * the read models expires.
   */
  public void sweep() {
    SWEEP.call(() -> {
      for (ShowId show : schedule.showsToArchive()) {
        commands.send(new ArchiveShow(ArchiveId.of(show), show));
      }
      expire(schedule.endedTicketing());
      expire(schedule.endedCases());
      return true;
    });
    keys.destroy(schedule.endAnswers());
    if (keys.isMasterDue()) {
      keys.replaceMaster();
    }
  }

  private void expire(List<RetentionSchedule.Ended> ended) {
    for (RetentionSchedule.Ended key : ended) {
      try {
        commands.send(
            new ExpireData(
                SubjectId.of(key.person()),
                key.person(),
                key.dataClass(),
                key.scope(),
                List.of(key.keyId())));
      } catch (CommandRefused held) {
        LOG.info("{} is kept: {}", key.keyId(), held.getMessage());
      }
    }
  }
}
