package io.daybook.ticketing;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.CommandSender;
import io.daybook.ledger.DerivedId;
import io.daybook.ledger.GatewayCommandSender;
import io.daybook.ledger.LedgerModule;
import io.daybook.ledger.OrganiserClearance;
import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.BookEvent.EntryPosted;
import io.daybook.ledger.book.BookEvent.EntryReversed;
import io.daybook.ledger.book.Posting;
import io.daybook.ledger.book.Side;
import io.daybook.ledger.payment.PaymentProvider;
import io.daybook.ledger.wallet.PayoutAccounts;
import io.daybook.ledger.wallet.PayoutPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;

/** The domains on Axon's own in-memory parts, with a provider of the test's choice. */
final class InMemoryDaybook implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
  private final Configuration axon;

  InMemoryDaybook(PaymentProvider provider) {
    this(provider, UnaryOperator.identity());
  }

  InMemoryDaybook(PaymentProvider provider, UnaryOperator<CommandSender> trouble) {
    Configurer configurer =
        DefaultConfigurer.defaultConfiguration(false)
            .configureEventStore(
                _ -> EmbeddedEventStore.builder().storageEngine(engine).fetchDelay(5).build())
            .registerComponent(PaymentProvider.class, _ -> provider)
            .registerComponent(
                OrganiserClearance.class, _ -> organiser -> Optional.of("case of " + organiser))
            .registerComponent(PayoutAccounts.class, _ -> (_, _) -> Optional.of(Instant.EPOCH))
            .registerComponent(
                PayoutPolicy.class, _ -> new PayoutPolicy(Duration.ZERO, Long.MAX_VALUE))
            .registerComponent(
                CommandSender.class,
                started -> trouble.apply(new GatewayCommandSender(started.commandGateway())));
    // They block on the store; pooled ones would poll it twice a second.
    configurer.eventProcessing().usingTrackingEventProcessors();
    new LedgerModule().configureModule(configurer);
    new TicketingModule().configureModule(configurer);
    axon = configurer.start();
  }

  /**
   * Sends {@code command}.
   *
   * @throws CommandRefused if it is refused
   */
  void send(Object command) {
    axon.getComponent(CommandSender.class).send(command);
  }

  <E> List<E> events(Class<E> type) {
    try (Stream<? extends EventMessage<?>> events = engine.readEvents(null, false)) {
      return events.map(EventMessage::getPayload).filter(type::isInstance).map(type::cast).toList();
    }
  }

  <E> void await(Class<E> type, int count) {
    await(() -> events(type).size() >= count, count + " of " + type.getSimpleName());
  }

  private void await(BooleanSupplier condition, String what) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("waited in vain for " + what + " in " + events(Object.class));
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Returns debits less credits of each account, in minor units. */
  Map<AccountId, Long> trialBalance() {
    var balances = new TreeMap<AccountId, Long>(java.util.Comparator.comparing(AccountId::value));
    events(EntryPosted.class).forEach(entry -> add(entry.postings(), balances));
    events(EntryReversed.class).forEach(entry -> add(entry.postings(), balances));
    return balances;
  }

  private static void add(List<Posting> postings, Map<AccountId, Long> balances) {
    for (Posting posting : postings) {
      long amount = posting.amount().minorUnits();
      balances.merge(
          posting.account(), posting.side() == Side.DEBIT ? amount : -amount, Math::addExact);
    }
  }

  static String id(String prefix, Object name) {
    return DerivedId.of(prefix, name.toString());
  }

  @Override
  public void close() {
    axon.shutdown();
  }
}
