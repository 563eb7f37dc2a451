package io.daybook.chain;

import io.daybook.chain.Intent.Attempt;
import io.daybook.chain.rpc.BlockHeader;
import io.daybook.chain.rpc.ChainGateway;
import io.daybook.chain.rpc.MinedTransaction;
import io.daybook.chain.rpc.RpcException;
import io.daybook.chain.rpc.SignedTransaction;
import io.daybook.chain.rpc.Signer;
import io.daybook.chain.rpc.Signer.Call;
import io.daybook.chain.rpc.Signer.Fee;
import io.daybook.ticketing.chain.IntentId;
import io.daybook.ticketing.chain.TxHash;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is to be done, in the order of its nonces.
 *
 * <p>Nonce and signed form are stored in one database transaction, and only then is anything sent:
 * wherever the process dies, what is stored can be sent again as it is, and has one effect. Whether
 * it had it is read from the chain alone.
 */
final class Lane {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

  private static final long TRANSFER_GAS = 21_000;

  private final ChainGateway chain;
  private final Signer signer;
  private final Leadership leadership;
  private final Ports ports;

  /** What the lane reads and writes. */
  record Ports(
      Intents intents,
      BlockTables blocks,
      Outbox outbox,
      FeePolicy fees,
      Clock clock,
      int window) {}

  Lane(ChainGateway chain, Signer signer, Leadership leadership, Ports ports) {
    this.chain = chain;
    this.signer = signer;
    this.leadership = leadership;
    this.ports = ports;
  }

  /** Looks at what is under way, sends it again where it got lost, and then what is new. */
  void step() {
    settle();
    BlockHeader head = chain.head();
    resend(head);
    assign(head);
  }

  private void settle() {
    Map<String, List<Attempt>> attempts = attempts();
    List<TxHash> hashes =
        attempts.values().stream().flatMap(List::stream).map(Attempt::hash).toList();
    Map<TxHash, MinedTransaction> mined = chain.mined(hashes);
    for (Intent intent : ports.intents().open()) {
      attempts.getOrDefault(intent.id(), List.of()).stream()
          .filter(attempt -> mined.containsKey(attempt.hash()))
          .findFirst()
          .ifPresentOrElse(
              winner ->
                  settle(
                      intent, Objects.requireNonNull(mined.get(winner.hash())), winner.cancels()),
              () -> lose(intent));
    }
  }

  private void settle(Intent intent, MinedTransaction winner, boolean cancels) {
    Intent.State state = state(winner, cancels);
    if (state != intent.state()) {
      leadership.write(() -> ports.intents().mined(intent, state, winner));
      if (state == Intent.State.FAILED) {
        LOG.warn("{} had no effect: transaction {}", intent.id(), winner.hash());
      }
    }
  }

  private void lose(Intent intent) {
    if (intent.state() == Intent.State.MINED) {
      leadership.write(() -> ports.intents().lost(intent));
    }
  }

  private Intent.State state(MinedTransaction transaction, boolean cancels) {
    boolean isFinal =
        ports.blocks().cursor().filter(now -> transaction.block() <= now.finalNumber()).isPresent();
    if (!isFinal) {
      return Intent.State.MINED;
    }
    if (cancels) {
      return Intent.State.CANCELLED;
    }
    return transaction.isSuccess() ? Intent.State.FINAL : Intent.State.FAILED;
  }

  private Map<String, List<Attempt>> attempts() {
    return ports.intents().attemptsOfOpen().stream()
        .collect(Collectors.groupingBy(Attempt::intent));
  }

  private static List<Attempt> of(Intent intent, Map<String, List<Attempt>> attempts) {
    return Objects.requireNonNull(attempts.get(intent.id()), intent.id());
  }

  private void resend(BlockHeader head) {
    List<Intent> sent = sent();
    if (sent.isEmpty()) {
      return;
    }
    if (isTaken(sent.getFirst())) {
      return;
    }
    Map<String, List<Attempt>> attempts = attempts();
    raise(sent.getFirst(), attempts, head);
    Map<String, List<Attempt>> now = attempts();
    List<Attempt> newest = sent.stream().map(intent -> of(intent, now).getLast()).toList();
    Collection<TxHash> known = chain.known(newest.stream().map(Attempt::hash).toList());
    newest.stream().filter(attempt -> !known.contains(attempt.hash())).forEach(this::send);
  }

  /** Somebody else used a nonce of ours: only a person can say what that means. */
  private boolean isTaken(Intent lowest) {
    long nonce = Objects.requireNonNull(lowest.nonce());
    if (chain.minedNonces(signer.address()) <= nonce) {
      return false;
    }
    List<TxHash> own = of(lowest, attempts()).stream().map(Attempt::hash).toList();
    if (!chain.mined(own).isEmpty()) {
      return true; // Mined since settle looked: the next step sees it.
    }
    pause(nonce);
    return true;
  }

  /** Only the lowest nonce holds others up, so only it is worth more. */
  private void raise(Intent lowest, Map<String, List<Attempt>> attempts, BlockHeader head) {
    Attempt last = of(lowest, attempts).getLast();
    var before = new Fee(last.tip(), last.cap());
    Instant now = ports.clock().instant();
    boolean isLate = now.isAfter(last.signedAt().plus(ports.fees().patience(last.number())));
    if (!isLate || last.number() + 1 >= FeePolicy.MAX_ATTEMPTS || !ports.fees().canRaise(before)) {
      return;
    }
    leadership.write(() -> replace(lowest, last, head, last.cancels()));
  }

  /** Signs another form under the same nonce, for more: at most one of them has an effect. */
  private SignedTransaction replace(
      Intent intent, Attempt last, BlockHeader head, boolean cancels) {
    SignedTransaction signed =
        signer.sign(
            Objects.requireNonNull(intent.nonce()),
            cancels ? new Call(signer.address(), "0x", TRANSFER_GAS) : intent.call(),
            ports.fees().next(new Fee(last.tip(), last.cap()), head.baseFee()));
    ports.intents().addAttempt(intent.id(), signed, ports.clock().instant(), cancels);
    return signed;
  }

  /** Hands the newest form of a transaction to the node again; returns what came of it. */
  String sendAgain(IntentId id) {
    return ofSent(
        id,
        (_, last) -> {
          send(last);
          return "sent again as " + last.hash();
        });
  }

  /** Pays more for the transaction that holds up all others; returns what came of it. */
  String payMore(IntentId id) {
    return ofSent(
        id,
        (intent, last) -> {
          if (!intent.id().equals(sent().getFirst().id())) {
            return "others are to be mined before it";
          }
          return replaced(intent, last, last.cancels());
        });
  }

  /** Lets nothing happen in a transaction's place if it is not mined first. */
  String cancel(IntentId id) {
    return ofSent(
        id, (intent, last) -> last.cancels() ? "cancelled before" : replaced(intent, last, true));
  }

  private String replaced(Intent intent, Attempt last, boolean cancels) {
    if (!ports.fees().canRaise(new Fee(last.tip(), last.cap()))) {
      return "the most is paid for it already";
    }
    BlockHeader head = chain.head();
    SignedTransaction signed = leadership.write(() -> replace(intent, last, head, cancels));
    send(signed);
    return "replaced by " + signed.hash();
  }

  private String ofSent(IntentId id, BiFunction<Intent, Attempt, String> act) {
    settle();
    return sent().stream()
        .filter(intent -> intent.id().equals(id.value()))
        .findFirst()
        .map(intent -> act.apply(intent, of(intent, attempts()).getLast()))
        .orElse("it was mined meanwhile");
  }

  private List<Intent> sent() {
    return ports.intents().open().stream()
        .filter(intent -> intent.state() == Intent.State.SENT)
        .toList();
  }

  /** Goes on after somebody else used nonces: what was to go out under them gets others. */
  String resume() {
    long used = chain.minedNonces(signer.address());
    settle();
    leadership.write(() -> {
      ports.intents().takeNoncesBelow(used);
      ports.intents().resume(used);
    });
    return "goes on with nonce " + used + " or later";
  }

  private void assign(BlockHeader head) {
    List<SignedTransaction> fresh =
        leadership.write(() -> {
          Intents.Lane lane = ports.intents().lane().orElseThrow();
          int room = ports.window() - ports.intents().count(Intent.State.SENT);
          if (lane.paused() != null || room <= 0) {
            return List.<SignedTransaction>of();
          }
          return sign(ports.intents().waiting(room), lane.nextNonce(), head);
        });
    for (SignedTransaction transaction : fresh) {
      send(transaction);
    }
  }

  private List<SignedTransaction> sign(List<Intent> intents, long first, BlockHeader head) {
    Fee fee = ports.fees().first(head.baseFee());
    Instant now = ports.clock().instant();
    var signed = new ArrayList<SignedTransaction>();
    for (Intent intent : intents) {
      long nonce = first + signed.size();
      SignedTransaction transaction = signer.sign(nonce, intent.call(), fee);
      ports.intents().assign(intent, nonce, transaction, now);
      signed.add(transaction);
    }
    ports.intents().nextNonce(first + signed.size());
    return signed;
  }

  private void send(Attempt attempt) {
    send(new SignedTransaction(attempt.hash(), attempt.raw(), attempt.tip(), attempt.cap()));
  }

  /** What could not be sent now is sent in a later step; its nonce is its own in any case. */
  private void send(SignedTransaction transaction) {
    try {
      chain.send(transaction);
    } catch (RpcException e) {
      switch (e.failure()) {
        case ALREADY_KNOWN, NONCE_TOO_LOW -> {}
        case UNREACHABLE -> throw e;
        case INSUFFICIENT_FUNDS -> note(transaction, "the signer has too little money");
        default -> note(transaction, e.toString());
      }
    }
  }

  private void note(SignedTransaction transaction, String error) {
    LOG.warn("Transaction {} waits: {}", transaction.hash(), error);
    leadership.write(() -> ports.intents().noteError(transaction.hash(), error));
  }

  private void pause(long nonce) {
    leadership.write(() -> {
      if (ports.intents().lane().orElseThrow().paused() == null) {
        String reason = "nonce " + nonce + " was used by another transaction";
        LOG.error("Nothing more is sent to the chain: {}", reason);
        ports.intents().pause(reason);
        ports.outbox().add(new Fact.NonceTaken(nonce));
      }
    });
  }
}
