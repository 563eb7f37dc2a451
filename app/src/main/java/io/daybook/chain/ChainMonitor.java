package io.daybook.chain;

import io.daybook.chain.rpc.LocalNode;
import io.daybook.ticketing.chain.Remedy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/** Tells how the chain does. */
public final class ChainMonitor {
  private static final Logger LOG = LoggerFactory.getLogger(ChainMonitor.class);
  private static final Duration MINED_WITHIN = Duration.ofMinutes(5);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final boolean isOff;
  private final ObservationTable observations;
  private final LagAlert lagAlert = new LagAlert();
  private volatile Observation last = Observation.NONE;

  ChainMonitor(JdbcClient jdbc, Clock clock, boolean isOff) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.isOff = isOff;
    this.observations = new ObservationTable(jdbc);
  }

  /** Takes note of what was seen by the process that follows the chain, for all to tell. */
  void observe(Observation observation) {
    last = observation;
    try {
      observations.store(observation);
    } catch (DataAccessException | TransactionException databaseAway) {
      // What is told then grows old, and says so.
      LOG.debug("not noted", databaseAway);
    }
  }

  /** Takes the lag of now into account for the alert. */
  void evaluate(Instant now) {
    lagAlert.evaluate(isOff ? 0 : observations.find().lagSeconds(now), now);
  }

  /** Returns what people are told. */
  SyncLabel sync() {
    return label(observations.find(), clock.instant(), isHalted());
  }

  private boolean isHalted() {
    return new BlockTables(jdbc).cursor().map(Cursor::halted).isPresent();
  }

  private SyncLabel label(Observation seen, Instant now, boolean isHalted) {
    if (isHalted) {
      return SyncLabel.HALTED;
    }
    return isOff ? SyncLabel.OFF : seen.label(now);
  }

  /** Returns what to tell people beside everything else; absent if all is well. */
  public Optional<String> warning() {
    Instant now = clock.instant();
    Observation seen = observations.find();
    SyncLabel label = label(seen, now, isHalted());
    return label == SyncLabel.SYNCED || label == SyncLabel.OFF
        ? Optional.empty()
        : Optional.of(label.text(seen.lagSeconds(now)));
  }

  Observation last() {
    return last;
  }

  /** Returns how far what is shown of the chain is. */
  public ChainStatus status() {
    Instant now = clock.instant();
    Observation seen = observations.find();
    Optional<Link> link = new LinkTable(jdbc).find();
    Optional<Cursor> cursor = new BlockTables(jdbc).cursor();
    @Nullable String halted = cursor.map(Cursor::halted).orElse(null);
    SyncLabel label = label(seen, now, halted != null);
    long lag = isOff ? 0 : seen.lagSeconds(now);
    return new ChainStatus(
        label.text(lag),
        label,
        seen.state() == null ? "BOOTSTRAP" : seen.state().name(),
        lag,
        seen.headAgeSeconds(now),
        seen.head(),
        cursor.map(Cursor::number).orElse(null),
        cursor.map(Cursor::finalNumber).orElse(null),
        link.map(Link::chainId).orElse(null),
        link.filter(known -> known.chainId() == LocalNode.CHAIN_ID).isPresent(),
        link.map(known -> known.tickets().address()).orElse(null),
        link.map(known -> known.anchor().address()).orElse(null),
        new OrderTable(jdbc).size(),
        new Intents(jdbc).count(Intent.State.SENT),
        new Outbox(jdbc).size(),
        reorganisation().orElse(null),
        problem(seen, halted),
        stopped(halted),
        alerts(halted, now));
  }

  private List<ChainAlert> alerts(@Nullable String halted, Instant now) {
    return Stream.of(ChainAlert.values())
        .filter(alert ->
            switch (alert) {
              case LAG -> lagAlert.raisedAt().isPresent();
              case READING_STOPPED -> halted != null;
              case SENDING_STOPPED -> paused().isPresent();
              case TRANSACTION_WAITS ->
                  new Intents(jdbc)
                      .oldestSent()
                      .filter(signed -> signed.isBefore(now.minus(MINED_WITHIN)))
                      .isPresent();
              case TOKENS_DIFFER ->
                  new ReconciliationTable(jdbc)
                      .newest().stream()
                          .flatMap(newest -> newest.breaks().stream())
                          .anyMatch(found -> found.category().isAlarming());
            })
        .toList();
  }

  /** What goes on by a decision of people alone. */
  private List<Remedy.Act> stopped(@Nullable String halted) {
    return Stream.of(Remedy.Act.RESUME_READING, Remedy.Act.RESUME_SENDING)
        .filter(act -> act == Remedy.Act.RESUME_READING ? halted != null : paused().isPresent())
        .toList();
  }

  private Optional<String> paused() {
    return jdbc.sql("select paused from chain.lane where paused is not null")
        .query(String.class)
        .optional();
  }

  private @Nullable String problem(Observation seen, @Nullable String halted) {
    if (halted != null) {
      return halted;
    }
    Optional<String> paused = paused();
    if (paused.isPresent()) {
      return "Nothing is sent: " + paused.get() + ".";
    }
    return isOff
        ? "No chain is connected: tickets are sold, and orders for their tokens wait."
        : seen.problem();
  }

  private Optional<ChainStatus.Reorganisation> reorganisation() {
    return jdbc.sql(
            """
            select reorganised_depth, reorganised_at from chain.cursor
            where reorganised_at is not null\
            """)
        .query((row, _) ->
            new ChainStatus.Reorganisation(row.getInt(1), row.getTimestamp(2).toInstant()))
        .optional();
  }

  /** Returns what the last comparison of journal, logs and chain found, absent before the first. */
  public Optional<Reconciled> reconciled() {
    return new ReconciliationTable(jdbc).newest();
  }

  /** Returns all anchors that are final, the smallest first. */
  public List<Anchor> anchors() {
    return new AnchorTable(jdbc).all();
  }

  /**
   * A transaction that is not final yet.
   *
   * @param attempts how many forms of it were signed
   * @param error what the node said of the newest, absent if it took it
   * @param isCancelled whether nothing is to happen in its place
   * @param permitted what people may have done about it
   */
  public record Transaction(
      String intent,
      String state,
      long nonce,
      int attempts,
      Instant since,
      @Nullable String error,
      boolean isCancelled,
      List<Remedy.Act> permitted) {}

  /** Returns up to a hundred transactions that are not final yet, by nonce. */
  public List<Transaction> transactions() {
    return jdbc.sql(
            """
            select i.intent_id, i.state, i.nonce, count(*), min(a.signed_at),
              (array_agg(a.last_error order by a.number desc))[1], bool_or(a.cancels),
              rank() over (partition by i.state order by i.nonce)
            from chain.intents i join chain.attempts a using (intent_id)
            where i.state in ('SENT', 'MINED') group by i.intent_id, i.state, i.nonce
            order by i.nonce limit 100\
            """)
        .query((row, _) ->
            new Transaction(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getInt(4),
                row.getTimestamp(5).toInstant(),
                row.getString(6),
                row.getBoolean(7),
                permitted(row.getString(2), row.getLong(8) == 1, row.getBoolean(7))))
        .list();
  }

  /** Only the lowest nonce holds others up, so only it is worth more. */
  private static List<Remedy.Act> permitted(String state, boolean isLowest, boolean isCancelled) {
    if (!state.equals(Intent.State.SENT.name())) {
      return List.of();
    }
    return Stream.of(Remedy.Act.SEND_AGAIN, Remedy.Act.PAY_MORE, Remedy.Act.CANCEL)
        .filter(act -> act != Remedy.Act.PAY_MORE || isLowest)
        .filter(act -> act != Remedy.Act.CANCEL || !isCancelled)
        .toList();
  }
}
