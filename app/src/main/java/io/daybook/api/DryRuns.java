package io.daybook.api;

import io.daybook.ledger.book.BookCommand;
import io.daybook.ledger.book.BookCommand.OpenBook;
import io.daybook.ledger.book.BookCommand.TryCommands;
import io.daybook.ledger.book.BookResult;
import io.daybook.projections.shared.Preview;
import io.daybook.projections.shared.Recorded;
import io.daybook.recorder.JournalGateway;
import io.daybook.recorder.Receipt;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes that are only tried: the same code decides and answers, and nothing is left of it.
 *
 * <p>Commands are decided by their aggregates, which do not change. What a write reads back is
 * shown by the projections themselves, in a database transaction that is rolled back.
 */
@Component
class DryRuns {
  private static final ScopedValue<DryRun> CURRENT = ScopedValue.newInstance();
  // Each keeps a connection to the database while it needs another.
  private static final int MOST_AT_ONCE = 4;
  // Beyond all that is recorded, so that rows take the events for new ones.
  private static final long FIRST_POSITION = Long.MAX_VALUE / 2;

  private final JournalGateway gateway;
  private final List<Preview> previews;
  private final TransactionTemplate transaction;
  private final JdbcClient database;
  private final Clock clock;
  private final Semaphore room = new Semaphore(MOST_AT_ONCE);

  DryRuns(
      JournalGateway gateway,
      List<Preview> previews,
      PlatformTransactionManager transactions,
      JdbcClient database,
      Clock clock) {
    this.gateway = gateway;
    this.previews = previews;
    this.transaction = new TransactionTemplate(transactions);
    this.database = database;
    this.clock = clock;
  }

  /** What one request has tried so far. */
  private static final class DryRun {
    private final List<BookCommand> tried = new ArrayList<>();
    private final List<Object> unseen = new ArrayList<>();
    private long shown;
    private @Nullable Long position;

    /** What is read is as recent as the first command, as others wait while rows are shown. */
    long at(long recorded) {
      if (position == null) {
        position = recorded;
      }
      return position;
    }
  }

  /** Does what {@code act} does, as a dry run. */
  Written run(Supplier<Written> act) {
    if (!room.tryAcquire()) {
      throw ApiProblem.retryable(
          HttpStatus.SERVICE_UNAVAILABLE,
          "unavailable",
          "Too many writes are being tried just now; repeat the request.",
          Duration.ofSeconds(1));
    }
    try {
      return tried(act);
    } finally {
      room.release();
    }
  }

  private Written tried(Supplier<Written> act) {
    Written written =
        transaction.execute(status -> {
          status.setRollbackOnly();
          // Whoever keeps the read models has precedence.
          database.sql("set local lock_timeout = '300ms'").update();
          return ScopedValue.where(CURRENT, new DryRun()).call(act::get);
        });
    return Objects.requireNonNull(written);
  }

  boolean isRunning() {
    return CURRENT.isBound();
  }

  /**
   * Has {@code command} decided, as if those before it in the same dry run were done.
   *
   * @throws io.daybook.ledger.CommandRefused if it would be refused
   */
  @SuppressWarnings("unchecked") // The caller names the result of its own command.
  <R> Receipt<R> ask(Object command) {
    DryRun run = CURRENT.get();
    if (command instanceof OpenBook) {
      // A book without accounts is what everything else is tried on.
      return new Receipt<>(null, run.at(gateway.send(command).position()));
    }
    if (command instanceof BookCommand ofBook) {
      run.tried.add(ofBook);
      Receipt<BookResult> receipt = gateway.send(new TryCommands(ofBook.book(), run.tried));
      BookResult result = Objects.requireNonNull(receipt.result());
      run.unseen.addAll(result.events());
      return new Receipt<>((R) result, run.at(receipt.position()));
    }
    Receipt<List<Object>> receipt = gateway.rehearse(command);
    run.unseen.addAll(Objects.requireNonNull(receipt.result()));
    return new Receipt<>(null, run.at(receipt.position()));
  }

  /** Lets the rest of this dry run read what its commands would have left. */
  void show() {
    DryRun run = CURRENT.get();
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    for (Object event : run.unseen) {
      var at = new Recorded(FIRST_POSITION + run.shown++, now);
      previews.forEach(preview -> preview.show(event, at));
    }
    run.unseen.clear();
  }
}
