package io.daybook.ledger.book;

import static io.daybook.ledger.book.BookFixture.BOOK;
import static io.daybook.ledger.book.BookFixture.BY;
import static io.daybook.ledger.book.BookFixture.EUR;
import static io.daybook.ledger.book.BookFixture.NOON;
import static io.daybook.ledger.book.BookFixture.TODAY;
import static io.daybook.ledger.book.BookFixture.entryId;
import static io.daybook.ledger.book.BookFixture.eur;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.DerivedId;
import io.daybook.ledger.book.BookCommand.CaptureHold;
import io.daybook.ledger.book.BookCommand.ClosePeriod;
import io.daybook.ledger.book.BookCommand.ExpireFundsHolds;
import io.daybook.ledger.book.BookCommand.FreezeAccount;
import io.daybook.ledger.book.BookCommand.OpenAccount;
import io.daybook.ledger.book.BookCommand.OpenBook;
import io.daybook.ledger.book.BookCommand.PlaceHold;
import io.daybook.ledger.book.BookCommand.RecordBatch;
import io.daybook.ledger.book.BookCommand.RecordEntry;
import io.daybook.ledger.book.BookCommand.RecordReversal;
import io.daybook.ledger.book.BookCommand.SetAccountTerms;
import io.daybook.ledger.book.BookCommand.UnfreezeAccount;
import io.daybook.ledger.book.BookCommand.VoidHold;
import io.daybook.ledger.book.BookEvent.EntryRecorded;
import io.daybook.ledger.book.BookEvent.WriteRefused;
import io.daybook.ledger.book.BookState.AccountState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A book decides random commands as {@link NaiveBook} does. A sequence on which they differ is
 * shortened before it is shown; {@code -Ddaybook.book.seed} runs one seed again.
 */
class BookModelPropertyTest {
  private static final int RUNS = 15;
  private static final int STEPS = 250;
  private static final Map<AccountId, AccountKind> ACCOUNTS = accounts();
  private static final List<AccountId> IDS = List.copyOf(ACCOUNTS.keySet());

  private static Map<AccountId, AccountKind> accounts() {
    var accounts = new LinkedHashMap<AccountId, AccountKind>();
    AccountKind[] kinds = {AccountKind.ASSET, AccountKind.LIABILITY, AccountKind.REVENUE};
    for (int i = 0; i < kinds.length; i++) {
      accounts.put(new AccountId("account-" + i), kinds[i]);
    }
    return accounts;
  }

  static List<Long> seeds() {
    Long one = Long.getLong("daybook.book.seed");
    return one == null ? RandomGenerator.getDefault().longs(RUNS).boxed().toList() : List.of(one);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void decidesLikeTheNaiveBook(long seed) {
    List<BookCommand> commands = new RandomCommands(seed).list();
    @Nullable String difference = difference(commands);
    if (difference != null) {
      List<BookCommand> shortest = shortened(commands);
      throw new AssertionError(
          "seed "
              + seed
              + ": "
              + difference(shortest)
              + "\nafter\n"
              + String.join("\n", shortest.stream().map(Object::toString).toList()));
    }
  }

  /** Leaves out whatever the difference does not need. */
  private static List<BookCommand> shortened(List<BookCommand> commands) {
    List<BookCommand> shortest = commands;
    for (int size = commands.size() / 2; size > 0; size /= 2) {
      for (int from = 0; from + size <= shortest.size(); ) {
        var fewer = new ArrayList<>(shortest);
        fewer.subList(from, from + size).clear();
        if (difference(fewer) == null) {
          from += size;
        } else {
          shortest = fewer;
        }
      }
    }
    return shortest;
  }

  /** Returns how the book differs from the naive one on {@code commands}, null if it does not. */
  private static @Nullable String difference(List<BookCommand> commands) {
    var naive = new NaiveBook(ACCOUNTS);
    var book = new RunningBook();
    for (BookCommand command : commands) {
      String expected = naive.decide(command);
      String actual = book.decide(command);
      if (!actual.equals(expected)) {
        return command + " should be " + expected + " but is " + actual;
      }
      if (actual.equals("ok") && book.ledger.accounts.state().size() != ACCOUNTS.size()) {
        return "the ledger beside the book does not follow it";
      }
      for (AccountState account : book.ledger.accounts.state()) {
        String wrong = difference(naive, account);
        if (wrong != null) {
          return wrong + " after " + command;
        }
      }
    }
    return book.unbalanced;
  }

  private static @Nullable String difference(NaiveBook naive, AccountState account) {
    AccountId id = account.account();
    List<Long> expected = List.of(naive.balance(id), naive.promised(id, -1), naive.promised(id, 1));
    List<Long> actual = List.of(account.balance(), account.pendingOut(), account.pendingIn());
    return actual.equals(expected) ? null : id + " is " + actual + ", not " + expected;
  }

  /** The book on Axon's own bus, and a ledger that follows its events from without. */
  private static final class RunningBook {
    private final AggregateTestFixture<Book> fixture = new AggregateTestFixture<>(Book.class);
    private final CommandGateway gateway;
    private final Ledger ledger = new Ledger();
    private int followed;
    private @Nullable String unbalanced;

    RunningBook() {
      fixture.givenNoPriorActivity();
      gateway = DefaultCommandGateway.builder().commandBus(fixture.getCommandBus()).build();
      fixture.givenCommands(new OpenBook(BOOK));
      ACCOUNTS.forEach((id, kind) -> gateway.sendAndWait(new OpenAccount(BOOK, id, kind, EUR)));
    }

    /** Reads what was recorded since the last time. */
    private void follow() {
      List<BookEvent> all =
          fixture
              .getEventStore()
              .readEvents(BOOK.value())
              .asStream()
              .map(message -> (BookEvent) message.getPayload())
              .toList();
      all.subList(followed, all.size()).forEach(this::follow);
      followed = all.size();
    }

    private void follow(BookEvent event) {
      ledger.apply(event);
      if (event instanceof EntryRecorded recorded) {
        long sum =
            recorded.content().postings().stream()
                .mapToLong(line ->
                    line.side() == Side.DEBIT
                        ? line.amount().minorUnits()
                        : -line.amount().minorUnits())
                .sum();
        unbalanced = sum == 0 ? unbalanced : "unbalanced: " + recorded;
      }
    }

    String decide(BookCommand command) {
      try {
        BookResult result = gateway.sendAndWait(command);
        follow();
        return result instanceof Outcome(List<BookEvent> events)
                && !events.isEmpty()
                && events.getLast() instanceof WriteRefused refused
            ? refused.refusal().code()
            : "ok";
      } catch (CommandRefused refused) {
        return refused.error().code();
      }
    }
  }

  /** Commands that mean something to each other now and then: there are few ids and amounts. */
  private static final class RandomCommands {
    private final RandomGenerator random;
    private Instant now = NOON;

    RandomCommands(long seed) {
      random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    List<BookCommand> list() {
      return IntStream.range(0, STEPS).mapToObj(step -> next()).toList();
    }

    private BookCommand next() {
      now = now.plusSeconds(random.nextInt(5));
      AccountId account = account();
      return switch (random.nextInt(14)) {
        case 0, 1, 2 -> new RecordEntry(BOOK, entry(), content(), EntryConditions.NONE, request());
        case 3, 4 ->
            new RecordReversal(
                BOOK, entry(), entry(), new ReversalContent(undone(), "undo", null), request());
        case 5, 6 -> new PlaceHold(BOOK, hold(), held(), remembered());
        case 7, 8 ->
            new CaptureHold(
                BOOK, hold(), amountOrNull(), new EntryRecording(entry(), "capture", request()));
        case 9 -> new VoidHold(BOOK, hold(), remembered());
        case 10 -> new ExpireFundsHolds(BOOK, now);
        case 11 ->
            new SetAccountTerms(
                BOOK, account, new AccountTerms(-random.nextLong(60), random.nextLong(90), null));
        case 12 ->
            random.nextBoolean()
                ? new FreezeAccount(BOOK, account, "AZ-1")
                : new UnfreezeAccount(BOOK, account, "AZ-1");
        default ->
            random.nextInt(6) == 0
                ? new ClosePeriod(BOOK, TODAY.minusDays(random.nextInt(9)), request())
                : new RecordBatch(BOOK, batch(), random.nextBoolean(), request());
      };
    }

    private WriteRequest request() {
      return new WriteRequest(BY, now, null);
    }

    /** Few requests for different things, so that some are refused and met again. */
    private WriteRequest remembered() {
      String name = "request-" + random.nextInt(40);
      return random.nextBoolean()
          ? request()
          : new WriteRequest(
              BY, now, new RequestId(DerivedId.of("req", name)), "hash-" + random.nextInt(2));
    }

    private AccountId account() {
      return IDS.get(random.nextInt(IDS.size()));
    }

    private EntryId entry() {
      return entryId("entry-" + random.nextInt(60));
    }

    private FundsHoldId hold() {
      return new FundsHoldId(DerivedId.of("fhd", "hold-" + random.nextInt(25)));
    }

    private List<BatchEntry> batch() {
      return IntStream.range(0, random.nextInt(1, 5))
          .mapToObj(i -> new BatchEntry(entry(), content(), EntryConditions.NONE))
          .toList();
    }

    private @Nullable Long amountOrNull() {
      return random.nextBoolean() ? null : random.nextLong(1, 30);
    }

    private HeldFunds held() {
      @Nullable Instant end = random.nextBoolean() ? null : now.plusSeconds(random.nextInt(40));
      return new HeldFunds(account(), account(), eur(random.nextLong(1, 40)), end, null, "");
    }

    private List<Posting> undone() {
      return random.nextBoolean() ? List.of() : pairs(1, random.nextLong(1, 20));
    }

    private EntryContent content() {
      long odd = random.nextInt(20);
      List<Posting> lines = new ArrayList<>(pairs(random.nextInt(1, 3), random.nextLong(1, 40)));
      if (odd == 0) {
        lines.set(0, Posting.debit(lines.getFirst().account(), eur(odd)));
      } else if (odd == 1) {
        lines.set(0, Posting.debit(lines.getFirst().account(), eur(1_000)));
      } else if (odd == 2) {
        lines.set(0, Posting.debit(new AccountId("nowhere"), lines.getFirst().amount()));
      }
      return new EntryContent(
          lines,
          "",
          "",
          random.nextInt(8) == 0 ? "external-" + random.nextInt(4) : null,
          random.nextInt(4) == 0 ? TODAY.minusDays(random.nextInt(12)) : null,
          Map.of(),
          EntryLinks.NONE);
    }

    private List<Posting> pairs(int count, long amount) {
      return LongStream.range(0, count)
          .boxed()
          .flatMap(i ->
              List.of(Posting.debit(account(), eur(amount)), Posting.credit(account(), eur(amount)))
                  .stream())
          .toList();
    }
  }
}
