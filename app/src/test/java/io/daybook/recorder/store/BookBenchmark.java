package io.daybook.recorder.store;

import com.google.errorprone.annotations.FormatMethod;
import com.zaxxer.hikari.HikariDataSource;
import io.daybook.database.EmbeddedDatabase;
import io.daybook.ledger.DerivedId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.AccountKind;
import io.daybook.ledger.book.BatchEntry;
import io.daybook.ledger.book.BookCommand.OpenAccount;
import io.daybook.ledger.book.BookCommand.OpenBook;
import io.daybook.ledger.book.BookCommand.RecordBatch;
import io.daybook.ledger.book.BookCommand.RecordEntry;
import io.daybook.ledger.book.BookEvent;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.BookModule;
import io.daybook.ledger.book.EntryConditions;
import io.daybook.ledger.book.EntryContent;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.Posting;
import io.daybook.ledger.book.WriteRequest;
import io.daybook.ledger.money.Money;
import io.daybook.recorder.format.EventFamilies;
import io.daybook.recorder.format.JournalSerializer;
import io.daybook.recorder.format.ProcessSerializer;
import io.daybook.recorder.format.SystemEvent.LogCreated;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.junit.jupiter.api.Test;

/**
 * Durable transfers through the book, beside a hand-tuned double-entry function in SQL on the same
 * PostgreSQL. They take turns at each load, in every round. Nothing here fails for being slow.
 */
class BookBenchmark {
  private static final int ROUNDS = Integer.getInteger("daybook.bench.rounds", 3);
  private static final int MILLIS = Integer.getInteger("daybook.bench.millis", 1500);
  private static final int[] CALLERS = {1, 8, 64, 256, 1024};
  private static final int MANY = 1_000;
  private static final int HOT = 2;
  private static final int BATCH = 1_000;
  private static final int CONNECTIONS = 48;
  private static final UserId BENCH = new UserId(DerivedId.of("usr", "bench"));

  private final Map<String, List<Result>> results = new LinkedHashMap<>();
  private final StringBuilder report = new StringBuilder();

  /** One way to move money. */
  @FunctionalInterface
  private interface Transfers {
    void move(int from, int to, long minor) throws Exception;
  }

  private record Result(double perSecond, double p50, double p99) {}

  @Test
  void measure() throws Exception {
    for (int round = 0; round <= ROUNDS; round++) {
      round(round == 0); // The first one warms up and does not count.
    }
    line("%d rounds of %d ms, medians; load average %s after.", ROUNDS, MILLIS, loadAverage());
    line("");
    line("| what | transfers/s | p50 ms | p99 ms |");
    line("|---|---|---|---|");
    results.forEach((what, each) ->
        line(
            "| %s | %,.0f | %.2f | %.2f |",
            what,
            median(each.stream().mapToDouble(Result::perSecond).toArray()),
            median(each.stream().mapToDouble(Result::p50).toArray()),
            median(each.stream().mapToDouble(Result::p99).toArray())));
    System.out.println(report);
    Files.writeString(Path.of("target", "book-benchmark.md"), report);
  }

  private void round(boolean isWarmUp) throws Exception {
    var database = EmbeddedDatabase.migrated();
    try (var pool = pool(database.application());
        var sql = pool(EmbeddedDatabase.empty().owner())) {
      prepare(sql);
      var journal = journal(database, pool);
      Configuration axon = axon(journal);
      try {
        open(axon);
        for (int accounts : new int[] {MANY, HOT}) {
          for (int callers : CALLERS) {
            String load = "%,d callers, %,d accounts".formatted(callers, accounts);
            run("SQL function, " + load, sqlTransfers(sql), callers, accounts, 1, isWarmUp);
            run("book, " + load, bookTransfers(axon), callers, accounts, 1, isWarmUp);
          }
        }
        run("book, 8 callers, batches of 1,000", batches(axon), 8, MANY, BATCH, isWarmUp);
      } finally {
        axon.shutdown();
        journal.close();
      }
    }
  }

  private static HikariDataSource pool(DataSource database) {
    var pool = new HikariDataSource();
    pool.setDataSource(database);
    pool.setMaximumPoolSize(CONNECTIONS);
    return pool;
  }

  private static Journal journal(EmbeddedDatabase database, DataSource pool) {
    var journal =
        new Journal(
            JournalSettings.of(TestLedger.ORIGIN),
            database.application()::getConnection,
            pool,
            new JournalCodec(
                new JournalSerializer(EventFamilies.of(BookEvent.class)),
                new EventUpcasterChain(),
                TestLedger.codec().snapshotKey()));
    journal.start(new LogCreated(TestLedger.ORIGIN, List.of(), ""), Clock.systemUTC());
    return journal;
  }

  private static Configuration axon(Journal journal) {
    var configurer =
        DefaultConfigurer.defaultConfiguration(false)
            .configureSerializer(configuration -> new ProcessSerializer())
            .configureEventStore(configuration -> journal.eventStore())
            .configureCommandBus(configuration -> new JournalCommandBus())
            .registerComponent(Cache.class, c -> journal.aggregateCache())
            .registerComponent(LockFactory.class, c -> journal.lockFactory())
            .registerComponent(SnapshotTriggerDefinition.class, c -> journal.snapshots());
    new BookModule().configureModule(configurer);
    return configurer.start();
  }

  private static void open(Configuration axon) {
    axon.commandGateway().sendAndWait(new OpenBook(BookId.MAIN));
    for (int number = 0; number < MANY; number++) {
      axon.commandGateway()
          .sendAndWait(
              new OpenAccount(
                  BookId.MAIN, account(number), AccountKind.ASSET, Money.of("EUR", 0).currency()));
    }
  }

  private static AccountId account(int number) {
    return new AccountId("bench:" + number);
  }

  private static Transfers bookTransfers(Configuration axon) {
    return (from, to, minor) ->
        axon.commandGateway()
            .sendAndWait(
                new RecordEntry(
                    BookId.MAIN,
                    new EntryId(DerivedId.random("ent")),
                    content(from, to, minor),
                    EntryConditions.NONE,
                    now()));
  }

  private static Transfers batches(Configuration axon) {
    return (from, to, minor) ->
        axon.commandGateway()
            .sendAndWait(
                new RecordBatch(
                    BookId.MAIN,
                    IntStream.range(0, BATCH)
                        .mapToObj(i ->
                            new BatchEntry(
                                new EntryId(DerivedId.random("ent")),
                                content(from, to, minor),
                                EntryConditions.NONE))
                        .toList(),
                    true,
                    now()));
  }

  private static WriteRequest now() {
    return new WriteRequest(BENCH, Instant.now(), null);
  }

  private static EntryContent content(int from, int to, long minor) {
    Money amount = Money.of("EUR", minor);
    return EntryContent.of(
        List.of(Posting.debit(account(to), amount), Posting.credit(account(from), amount)),
        "",
        "bench");
  }

  private static void prepare(DataSource sql) throws SQLException {
    try (var connection = sql.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          create table accounts (id int primary key, balance bigint not null)
            with (fillfactor = 50);
          create table entries (id bigint generated always as identity primary key,
            reference text not null, posted_at timestamptz not null default now());
          create table postings (entry_id bigint not null, line smallint not null,
            account int not null, minor bigint not null, balance_after bigint not null,
            primary key (entry_id, line));
          insert into accounts select i, 0 from generate_series(0, 999) i;
          create function transfer(from_id int, to_id int, amount bigint, about text)
            returns bigint language plpgsql as $$
          declare
            entry bigint;
            from_balance bigint;
            to_balance bigint;
          begin
            perform from accounts where id in (from_id, to_id) order by id for update;
            update accounts set balance = balance - amount where id = from_id
              returning balance into from_balance;
            update accounts set balance = balance + amount where id = to_id
              returning balance into to_balance;
            insert into entries (reference) values (about) returning id into entry;
            insert into postings values
              (entry, 1, to_id, amount, to_balance), (entry, 2, from_id, -amount, from_balance);
            return entry;
          end
          $$\
          """);
    }
  }

  private static Transfers sqlTransfers(DataSource sql) {
    return (from, to, minor) -> {
      try (var connection = sql.getConnection();
          var call = connection.prepareStatement("select transfer(?, ?, ?, 'bench')")) {
        call.setInt(1, from);
        call.setInt(2, to);
        call.setLong(3, minor);
        call.execute();
      }
    };
  }

  private void run(
      String what, Transfers transfers, int callers, int accounts, int each, boolean isWarmUp)
      throws Exception {
    long start = System.nanoTime();
    long end = start + TimeUnit.MILLISECONDS.toNanos(MILLIS);
    var all = new ArrayList<long[]>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<long[]> caller = () -> callUntil(end, transfers, accounts);
      var running = new ArrayList<Future<long[]>>();
      for (int i = 0; i < callers; i++) {
        running.add(threads.submit(caller));
      }
      for (Future<long[]> one : running) {
        all.add(one.get());
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    long[] nanos = all.stream().flatMapToLong(LongStream::of).sorted().toArray();
    if (!isWarmUp) {
      results
          .computeIfAbsent(what, unknown -> new ArrayList<>())
          .add(
              new Result(
                  nanos.length * (double) each / seconds,
                  percentile(nanos, 0.50),
                  percentile(nanos, 0.99)));
    }
  }

  private static long[] callUntil(long end, Transfers transfers, int accounts) throws Exception {
    long[] taken = new long[256];
    int count = 0;
    var random = ThreadLocalRandom.current();
    for (long now = System.nanoTime(); now < end; ) {
      int from = random.nextInt(accounts);
      int to = (from + 1 + random.nextInt(accounts - 1)) % accounts;
      transfers.move(from, to, random.nextLong(1, 1_000));
      long done = System.nanoTime();
      taken = count == taken.length ? Arrays.copyOf(taken, 2 * count) : taken;
      taken[count++] = done - now;
      now = done;
    }
    return Arrays.copyOf(taken, count);
  }

  private static double percentile(long[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))] / 1e6;
  }

  private static double median(double[] values) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static String loadAverage() throws Exception {
    return Files.readString(Path.of("/proc/loadavg")).split(" ", -1)[0];
  }

  @FormatMethod
  private void line(String format, Object... values) {
    report.append(format.formatted(values)).append('\n');
  }
}
