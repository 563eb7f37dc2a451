package io.daybook.audit;

import io.daybook.journal.StoredRecord;
import io.daybook.journal.audit.AccountReplay;
import io.daybook.journal.audit.AggregateReplay;
import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.Side;
import io.daybook.projections.audit.Activities;
import io.daybook.projections.audit.ActivityFilter;
import io.daybook.projections.audit.ActivityView;
import io.daybook.projections.balances.AccountView;
import io.daybook.projections.balances.Balances;
import io.daybook.projections.balances.PostingView;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shared.ProjectionPositions;
import io.daybook.recorder.publication.LogBrowser;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.springframework.stereotype.Component;

/**
 * Answers how something stood after a record of the journal.
 *
 * <p>Tickets and cases are replayed from their own records, which are few. An account may have been
 * touched by any number of entries: of those, the last {@value #MAX_RECORDS} are replayed, on top
 * of the balance that the read model has before them. So an answer costs the same in a long journal
 * as in a short one.
 */
@Component
public final class PastStates {
  /** How many records are replayed at most. */
  public static final int MAX_RECORDS = 1000;

  private static final PageRequest LATEST = PageRequest.first(25);
  private static final List<String> READ = List.of(ProjectionNames.BALANCES, ProjectionNames.AUDIT);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final LogBrowser log;
  private final Balances balances;
  private final Activities activities;
  private final ProjectionPositions positions;

  PastStates(
      LogBrowser log, Balances balances, Activities activities, ProjectionPositions positions) {
    this.log = log;
    this.balances = balances;
    this.activities = activities;
    this.positions = positions;
  }

  /** Returns the index of the last record before the first one of a later time; -1 if none. */
  public long positionAt(Instant time) {
    return log.firstAfter(time).orElseGet(log::size) - 1;
  }

  /** Waits a moment for the read models that this needs; tells whether they are at a position. */
  public boolean awaitReadModels(long position) {
    return positions.awaitPosition(READ, position, PATIENCE);
  }

  /**
   * Returns how something stood after the record at {@code position}.
   *
   * @param subject the id of an aggregate, or of an account of the main book
   * @return absent if nothing of that name was there
   */
  public Optional<PastState> find(String subject, long position) {
    return account(subject)
        .map(view -> account(view, position))
        .or(() -> aggregate(subject, position));
  }

  private Optional<AccountView> account(String subject) {
    try {
      return balances.findAccount(BookId.MAIN, new AccountId(subject));
    } catch (IllegalArgumentException noAccountId) {
      return Optional.empty();
    }
  }

  private PastState account(AccountView account, long position) {
    // An entry may touch an account more than once, and a limit may part its lines.
    List<PostingView> found =
        balances.findPostingsUntil(BookId.MAIN, account.account(), position, MAX_RECORDS + 1);
    boolean isWhole = found.size() <= MAX_RECORDS;
    PostingView before = isWhole ? null : found.getLast();
    BigInteger start = before == null ? BigInteger.ZERO : before.balanceAfterMinor();
    List<PostingView> lines =
        before == null
            ? found
            : found.stream().filter(line -> line.position() > before.position()).toList();
    SequencedSet<Long> touched = new LinkedHashSet<>();
    lines.forEach(line -> touched.add(line.position()));
    boolean isDebitSide = account.kind().normalSide() == Side.DEBIT;
    var replay = new AccountReplay(account.account().value(), isDebitSide, start);
    List<StoredRecord> records = log.records(touched);
    records.forEach(replay::add);
    return new PastState.Account(
        account.kind(),
        account.currency().getCurrencyCode(),
        replay.balance(),
        found.isEmpty() ? BigInteger.ZERO : found.getFirst().balanceAfterMinor(),
        start,
        isWhole,
        records.size(),
        lines.stream().limit(LATEST.limit()).toList(),
        replay.violations());
  }

  private Optional<PastState> aggregate(String subject, long position) {
    List<StoredRecord> records = log.stream(subject, position, MAX_RECORDS);
    if (records.isEmpty()) {
      return Optional.empty();
    }
    List<ActivityView> history =
        activities
            .find(new ActivityFilter(subject, null, null, null, null, position), LATEST)
            .data();
    if (records.size() == MAX_RECORDS) {
      return Optional.of(new PastState.HistoryAlone(history)); // No ticket and no case has so many.
    }
    try (var replay = new AggregateReplay()) {
      records.forEach(replay::add);
      return Optional.of(
          replay
              .state()
              .<PastState>map(state ->
                  new PastState.Aggregate(state, records.size(), history, replay.violations()))
              .orElseGet(() -> new PastState.HistoryAlone(history)));
    }
  }
}
