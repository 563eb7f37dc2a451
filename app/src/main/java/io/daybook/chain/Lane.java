package io.daybook.chain;

import io.daybook.chain.Intent.Attempt;
import io.daybook.chain.rpc.BlockHeader;
import io.daybook.chain.rpc.ChainGateway;
import io.daybook.chain.rpc.MinedTransaction;
import io.daybook.chain.rpc.RpcException;
import io.daybook.chain.rpc.SignedTransaction;
import io.daybook.chain.rpc.Signer;
import io.daybook.chain.rpc.Signer.Fee;
import io.daybook.ticketing.chain.TxHash;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

  private final ChainGateway chain;
  private final Signer signer;
  private final Leadership leadership;
  private final Ports ports;

  /** What the lane reads and writes. */
  record Ports(Intents intents, BlockTables blocks, FeePolicy fees, Clock clock, int window) {}

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
      Optional<MinedTransaction> winner =
          attempts.getOrDefault(intent.id(), List.of()).stream()
              .map(attempt -> mined.get(attempt.hash()))
              .filter(Objects::nonNull)
              .findFirst();
      settle(intent, winner);
    }
  }

  private void settle(Intent intent, Optional<MinedTransaction> winner) {
    if (winner.isPresent()) {
      Intent.State state = state(winner.get());
      if (state != intent.state()) {
        leadership.write(() -> ports.intents().mined(intent, state, winner.get()));
        if (state == Intent.State.FAILED) {
          LOG.warn("{} had no effect: transaction {}", intent.id(), winner.get().hash());
        }
      }
    } else if (intent.state() == Intent.State.MINED) {
      leadership.write(() -> ports.intents().lost(intent));
    }
  }

  private Intent.State state(MinedTransaction transaction) {
    boolean isFinal =
        ports.blocks().cursor().filter(now -> transaction.block() <= now.finalNumber()).isPresent();
    if (!isFinal) {
      return Intent.State.MINED;
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
    List<Intent> sent =
        ports.intents().open().stream()
            .filter(intent -> intent.state() == Intent.State.SENT)
            .toList();
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
    pause("nonce " + nonce + " was used by another transaction");
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
    SignedTransaction raised =
        signer.sign(
            Objects.requireNonNull(lowest.nonce()),
            lowest.call(),
            ports.fees().next(before, head.baseFee()));
    leadership.write(() -> ports.intents().addAttempt(lowest.id(), last.number() + 1, raised, now));
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

  private void pause(String reason) {
    LOG.error("Nothing more is sent to the chain: {}", reason);
    leadership.write(() -> ports.intents().pause(reason));
  }
}
