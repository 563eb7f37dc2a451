package io.daybook.recorder.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.ledger.AggregateState;
import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.DerivedId;
import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.AccountKind;
import io.daybook.ledger.book.AccountTerms;
import io.daybook.ledger.book.BookCommand.CaptureHold;
import io.daybook.ledger.book.BookCommand.OpenAccount;
import io.daybook.ledger.book.BookCommand.OpenBook;
import io.daybook.ledger.book.BookCommand.PlaceHold;
import io.daybook.ledger.book.BookCommand.PostEntry;
import io.daybook.ledger.book.BookCommand.RecordEntry;
import io.daybook.ledger.book.BookCommand.RecordReversal;
import io.daybook.ledger.book.BookCommand.ReverseEntry;
import io.daybook.ledger.book.BookCommand.SetAccountTerms;
import io.daybook.ledger.book.BookCommand.SetApprovalLimit;
import io.daybook.ledger.book.BookCommand.SetOutflowLimits;
import io.daybook.ledger.book.BookEvent;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.BookModule;
import io.daybook.ledger.book.EntryConditions;
import io.daybook.ledger.book.EntryContent;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.EntryLinks;
import io.daybook.ledger.book.EntryRecording;
import io.daybook.ledger.book.FundsHoldId;
import io.daybook.ledger.book.HeldFunds;
import io.daybook.ledger.book.OutflowLimits;
import io.daybook.ledger.book.Posting;
import io.daybook.ledger.book.ReversalContent;
import io.daybook.ledger.book.WriteRequest;
import io.daybook.ledger.money.Money;
import io.daybook.recorder.format.EventFamilies;
import io.daybook.recorder.format.JournalSerializer;
import io.daybook.recorder.format.ProcessSerializer;
import io.daybook.recorder.format.SystemEvent.LogCreated;
import io.daybook.ticketing.inventory.HoldId;
import io.daybook.ticketing.inventory.InventoryCommand.ConvertHold;
import io.daybook.ticketing.inventory.InventoryCommand.ExpireHolds;
import io.daybook.ticketing.inventory.InventoryCommand.HoldSeats;
import io.daybook.ticketing.inventory.InventoryCommand.OpenPool;
import io.daybook.ticketing.inventory.InventoryCommand.ReleaseHold;
import io.daybook.ticketing.inventory.InventoryCommand.ReturnSeats;
import io.daybook.ticketing.inventory.InventoryEvent;
import io.daybook.ticketing.inventory.InventoryModule;
import io.daybook.ticketing.inventory.PoolId;
import io.daybook.ticketing.order.OrderId;
import io.daybook.ticketing.show.ShowId;
import io.daybook.ticketing.show.TicketTypeId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * An aggregate that is read from its state again and again decides like one that stays in memory.
 *
 * <p>The same commands come in the same order for the same {@code -Ddaybook.states.seed}.
 */
class AggregateStatesIT {
  private static final int COMMANDS = 400;
  private static final BookId BOOK = BookId.MAIN;
  private static final ShowId SHOW = new ShowId(DerivedId.of("shw", "1"));
  private static final TicketTypeId TYPE = new TicketTypeId(DerivedId.of("tty", "1"));
  private static final PoolId POOL = PoolId.of(SHOW, TYPE);
  private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

  private final long seed = Long.getLong("daybook.states.seed", System.nanoTime());
  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  private final TestServer.TestDatabase database = TestServer.shared().newDatabase();
  private final Journal journal =
      new Journal(
          new JournalSettings("test.example/states", 100, 100, 100, 10, Duration.ofSeconds(10)),
          database.dataSource("daybook_app")::getConnection,
          database.dataSource("daybook_app"),
          new JournalCodec(
              new JournalSerializer(EventFamilies.of(BookEvent.class, InventoryEvent.class)),
              new EventUpcasterChain(),
              TestLedger.codec().snapshotKey()));
  private final Configuration model =
      configurer()
          .configureCommandBus(configuration -> SimpleCommandBus.builder().build())
          .configureEventStore(configuration ->
              EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build())
          .start();
  private Configuration stored = model;

  @AfterEach
  void close() {
    stored.shutdown();
    model.shutdown();
    journal.close();
  }

  @Test
  void aBookDecidesTheSame() {
    decideTheSame(BOOK.value(), this::bookCommand);
  }

  @Test
  void aPoolDecidesTheSame() {
    decideTheSame(POOL.value(), this::poolCommand);
  }

  private void decideTheSame(String aggregateId, Function<Integer, Object> command) {
    journal.start(new LogCreated("test.example/states", List.of(), ""), Clock.systemUTC());
    stored =
        configurer()
            .configureEventStore(configuration -> journal.eventStore())
            .configureCommandBus(configuration -> new JournalCommandBus())
            .registerComponent(Cache.class, c -> journal.aggregateCache())
            .registerComponent(LockFactory.class, c -> journal.lockFactory())
            .registerComponent(SnapshotTriggerDefinition.class, c -> journal.snapshots())
            .start();
    for (int i = 0; i < COMMANDS; i++) {
      Object next = command.apply(i);
      assertThat(answer(stored, next))
          .as("seed %d, command %d: %s", seed, i, next)
          .isEqualTo(answer(model, next));
      if (i % 7 == 0) {
        journal.aggregateCache().removeAll();
      }
    }
    await().until(() -> startsWithState(aggregateId));
  }

  private boolean startsWithState(String aggregateId) {
    return journal.eventStore().readEvents(aggregateId).peek().getPayload()
        instanceof AggregateState;
  }

  private static Object answer(Configuration axon, Object command) {
    try {
      @Nullable Object answer = axon.commandGateway().sendAndWait(command);
      return answer == null ? "done" : answer;
    } catch (CommandRefused refused) {
      return refused.error();
    }
  }

  private static Configurer configurer() {
    var configurer =
        DefaultConfigurer.defaultConfiguration()
            .configureSerializer(configuration -> new ProcessSerializer());
    new BookModule().configureModule(configurer);
    new InventoryModule().configureModule(configurer);
    return configurer;
  }

  private Object bookCommand(int i) {
    if (i < 4) {
      return i == 0 ? new OpenBook(BOOK) : openAccount(i);
    }
    if (random.nextInt(3) == 0) {
      return fullBookCommand(NOON.plusSeconds(i));
    }
    EntryId entry = entry(120);
    if (random.nextInt(5) == 0) {
      EntryId reversal = new EntryId(DerivedId.of("ent", "r" + random.nextInt(60)));
      return new ReverseEntry(BOOK, reversal, entry, "wrong");
    }
    var amount = Money.of("EUR", random.nextInt(1, 20));
    AccountId from = account(random.nextInt(1, 4));
    AccountId to = account(random.nextInt(1, 4));
    var postings = List.of(Posting.debit(to, amount), Posting.credit(from, amount));
    List<AccountId> guarded = random.nextBoolean() ? List.of(from) : List.of();
    return new PostEntry(BOOK, entry, postings, "memo", "ref", guarded);
  }

  private EntryId entry(int bound) {
    return new EntryId(DerivedId.of("ent", String.valueOf(random.nextInt(bound))));
  }

  /** Returns a command of those that people send. */
  private Object fullBookCommand(Instant at) {
    var request = new WriteRequest(new UserId(DerivedId.of("usr", "1")), at, null);
    var amount = Money.of("EUR", random.nextInt(1, 20));
    AccountId from = account(random.nextInt(1, 4));
    AccountId to = account(random.nextInt(1, 4));
    var hold = new FundsHoldId(DerivedId.of("fhd", String.valueOf(random.nextInt(20))));
    var lines = List.of(Posting.debit(to, amount), Posting.credit(from, amount));
    return switch (random.nextInt(8)) {
      case 0 -> new SetAccountTerms(BOOK, from, new AccountTerms(-random.nextLong(50), null, "T"));
      case 1 ->
          new SetOutflowLimits(
              BOOK, "T", new OutflowLimits(amount.currency(), 15L, random.nextLong(400), null));
      case 2 ->
          new PlaceHold(
              BOOK, hold, new HeldFunds(to, from, amount, at.plusSeconds(30), "g", ""), request);
      case 3 ->
          new CaptureHold(
              BOOK, hold, random.nextLong(1, 9), new EntryRecording(entry(400), "", request));
      case 4 ->
          new RecordReversal(
              BOOK, entry(400), entry(120), new ReversalContent(lines, "part", null), request);
      case 5 ->
          new SetApprovalLimit(
              BOOK, amount.currency(), random.nextBoolean() ? random.nextLong(9, 20) : null);
      default ->
          new RecordEntry(
              BOOK,
              entry(400),
              new EntryContent(
                  lines,
                  "",
                  "",
                  "x" + random.nextInt(200),
                  null,
                  Map.of("a", "b"),
                  EntryLinks.NONE),
              EntryConditions.NONE,
              request);
    };
  }

  private static OpenAccount openAccount(int i) {
    var kind = i == 2 ? AccountKind.LIABILITY : AccountKind.ASSET;
    return new OpenAccount(BOOK, account(i), kind, Money.of("EUR", 0).currency());
  }

  private static AccountId account(int i) {
    return new AccountId("account-" + i);
  }

  private Object poolCommand(int i) {
    var organiser = new OrganiserId(DerivedId.of("org", "1"));
    if (i == 0) {
      return new OpenPool(POOL, SHOW, TYPE, organiser, Money.of("EUR", 45_00), 40);
    }
    Instant at = NOON.plusSeconds(i);
    var hold = new HoldId(DerivedId.of("hld", String.valueOf(random.nextInt(150))));
    var order = new OrderId(DerivedId.of("ord", String.valueOf(random.nextInt(100))));
    var buyer = new UserId(DerivedId.of("usr", String.valueOf(random.nextInt(3))));
    return switch (random.nextInt(8)) {
      case 0, 1, 2, 3 ->
          new HoldSeats(POOL, hold, buyer, random.nextInt(1, 4), at, at.plusSeconds(60));
      case 4 -> new ConvertHold(POOL, hold, order, at);
      case 5 -> new ReleaseHold(POOL, hold, at);
      case 6 -> new ReturnSeats(POOL, order);
      default -> new ExpireHolds(POOL, at);
    };
  }
}
