package io.daybook.ledger.book;

import static io.daybook.ledger.book.BookFixture.BOOK;
import static io.daybook.ledger.book.BookFixture.EUR;
import static io.daybook.ledger.book.BookFixture.entryId;
import static io.daybook.ledger.book.BookFixture.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.book.BookCommand.OpenAccount;
import io.daybook.ledger.book.BookCommand.OpenBook;
import io.daybook.ledger.book.BookCommand.PostEntry;
import io.daybook.ledger.book.BookCommand.ReverseEntry;
import io.daybook.ledger.book.BookError.AlreadyReversed;
import io.daybook.ledger.book.BookError.InsufficientFunds;
import io.daybook.ledger.book.BookError.UnknownEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A book decides like a naive model that keeps one signed balance an account. */
class BalancesPropertyTest {
  private static final int RUNS = 20;
  private static final int STEPS = 150;
  private static final int ENTRIES = 40;

  private static final List<AccountId> ACCOUNTS =
      IntStream.range(0, 4).mapToObj(n -> new AccountId("account-" + n)).toList();

  /** Debits less credits, by account; every account is an asset. */
  private final Map<AccountId, Long> balances = new HashMap<>();

  private final Map<EntryId, List<Posting>> posted = new HashMap<>();
  private final Set<EntryId> reversed = new HashSet<>();

  static List<Long> seeds() {
    return RandomGenerator.getDefault().longs(RUNS).boxed().toList();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void decidesLikeTheModel(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    CommandGateway gateway = openBook();
    for (int step = 0; step < STEPS; step++) {
      if (random.nextInt(4) == 0) {
        reverse(random, gateway);
      } else {
        post(random, gateway);
      }
      assertThat(balances.values().stream().mapToLong(Long::longValue).sum()).isZero();
    }
  }

  private static CommandGateway openBook() {
    var fixture = new AggregateTestFixture<>(Book.class);
    fixture.givenNoPriorActivity();
    CommandGateway gateway =
        DefaultCommandGateway.builder().commandBus(fixture.getCommandBus()).build();
    fixture.givenCommands(new OpenBook(BOOK));
    for (AccountId account : ACCOUNTS) {
      gateway.sendAndWait(new OpenAccount(BOOK, account, AccountKind.ASSET, EUR));
    }
    return gateway;
  }

  private void post(RandomGenerator random, CommandGateway gateway) {
    EntryId entry = entryId("entry-" + random.nextInt(ENTRIES));
    List<Posting> postings = randomPostings(random);
    AccountId guarded = ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
    @Nullable Object error =
        send(gateway, new PostEntry(BOOK, entry, postings, "", "", List.of(guarded)));

    if (posted.containsKey(entry)) {
      assertThat(error == null).isEqualTo(posted.get(entry).equals(postings));
      return;
    }
    long movement = movementOn(guarded, postings);
    long available = balances.getOrDefault(guarded, 0L);
    if (movement < 0 && available + movement < 0) {
      assertThat(error).isEqualTo(new InsufficientFunds(guarded, eur(available), eur(-movement)));
      return;
    }
    assertThat(error).isNull();
    remember(entry, postings);
  }

  private void reverse(RandomGenerator random, CommandGateway gateway) {
    EntryId entry = entryId("entry-" + random.nextInt(ENTRIES));
    EntryId reversal = entryId("reversal of " + entry + random.nextInt(2));
    @Nullable Object error = send(gateway, new ReverseEntry(BOOK, reversal, entry, ""));

    if (posted.containsKey(reversal)) {
      assertThat(error).isNull();
    } else if (!posted.containsKey(entry)) {
      assertThat(error).isEqualTo(new UnknownEntry(entry));
    } else if (!reversed.add(entry)) {
      assertThat(error).isInstanceOf(AlreadyReversed.class);
    } else {
      assertThat(error).isNull();
      remember(reversal, posted.get(entry).stream().map(Posting::mirrored).toList());
    }
  }

  private static @Nullable Object send(CommandGateway gateway, Object command) {
    try {
      gateway.sendAndWait(command);
      return null;
    } catch (CommandRefused refused) {
      return refused.error();
    }
  }

  private static List<Posting> randomPostings(RandomGenerator random) {
    var postings = new ArrayList<Posting>();
    for (int pair = random.nextInt(1, 4); pair > 0; pair--) {
      long amount = random.nextLong(1, 50);
      postings.add(Posting.debit(ACCOUNTS.get(random.nextInt(4)), eur(amount)));
      postings.add(Posting.credit(ACCOUNTS.get(random.nextInt(4)), eur(amount)));
    }
    return List.copyOf(postings);
  }

  private void remember(EntryId entry, List<Posting> postings) {
    posted.put(entry, postings);
    for (AccountId account : ACCOUNTS) {
      balances.merge(account, movementOn(account, postings), Long::sum);
    }
  }

  private static long movementOn(AccountId account, List<Posting> postings) {
    return postings.stream()
        .filter(posting -> posting.account().equals(account))
        .mapToLong(posting ->
            posting.side() == Side.DEBIT
                ? posting.amount().minorUnits()
                : -posting.amount().minorUnits())
        .sum();
  }
}
