package io.daybook.recorder.witness;

import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.NoteSignature;
import io.daybook.journal.checkpoint.SignedNote;
import io.daybook.journal.checkpoint.VerifierKey;
import io.daybook.journal.checkpoint.WitnessPolicy;
import io.daybook.journal.merkle.ConsistencyProof;
import io.daybook.recorder.witness.WitnessClient.NotCosigned;
import io.daybook.recorder.witness.WitnessClient.Standing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each checkpoint to all witnesses at once and waits for them, but not for long: a log whose
 * witnesses are away goes on and raises the alarm.
 */
public final class Witnesses implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Witnesses.class);

  private final @Nullable WitnessPolicy policy;
  private final List<WitnessClient> clients = new ArrayList<>();
  private final Duration timeout;
  private final Duration pause;
  private final Clock clock;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final Map<VerifierKey, Standing> standing = new ConcurrentHashMap<>();
  private final Map<VerifierKey, Last> last = new ConcurrentHashMap<>();
  private volatile boolean hasQuorum = true;

  /** Asks those witnesses of {@code policy} that have an address; null asks nobody. */
  Witnesses(@Nullable WitnessPolicy policy, WitnessProperties properties, Clock clock) {
    this.policy = policy;
    this.timeout = properties.timeout();
    this.pause = properties.pause();
    this.clock = clock;
    if (policy != null) {
      policy
          .witnesses()
          .forEach(witness ->
              witness
                  .url()
                  .ifPresent(url ->
                      clients.add(
                          new WitnessClient(witness.key(), URI.create(url), timeout, http))));
    }
  }

  /** The last cosignature of a witness. */
  private record Last(long size, Instant at) {}

  /**
   * How one witness does.
   *
   * @param cosignedSize the largest tree that it cosigned since this process started; absent if
   *     none
   * @param problem what was wrong the last time, empty if nothing
   */
  public record Status(
      String witness, @Nullable Long cosignedSize, @Nullable Instant cosignedAt, String problem) {}

  /** Returns {@code note} with the cosignatures that came in time. */
  public SignedNote cosign(
      SignedNote note, Checkpoint checkpoint, BiFunction<Long, Long, ConsistencyProof> proofs) {
    if (policy == null) {
      return note;
    }
    var signatures = new ArrayList<>(note.signatures());
    var cosigners = new HashSet<VerifierKey>();
    ask(note, checkpoint, proofs)
        .forEach((key, signature) -> {
          signatures.add(signature);
          cosigners.add(key);
        });
    judge(checkpoint, policy.isSatisfiedBy(cosigners));
    return new SignedNote(note.text(), signatures);
  }

  private Map<VerifierKey, NoteSignature> ask(
      SignedNote note, Checkpoint checkpoint, BiFunction<Long, Long, ConsistencyProof> proofs) {
    Instant now = clock.instant();
    List<WitnessClient> asked =
        clients.stream().filter(client -> !of(client.key()).nextAttempt().isAfter(now)).toList();
    List<Callable<NoteSignature>> questions =
        asked.stream()
            .<Callable<NoteSignature>>map(client -> () -> client.cosign(note, checkpoint, proofs))
            .toList();
    var found = new java.util.LinkedHashMap<VerifierKey, NoteSignature>();
    try {
      List<Future<NoteSignature>> answers =
          executor.invokeAll(questions, timeout.toMillis(), TimeUnit.MILLISECONDS);
      for (int i = 0; i < answers.size(); i++) {
        VerifierKey key = asked.get(i).key();
        answer(key, answers.get(i))
            .ifPresent(signature -> {
              found.put(key, signature);
              last.put(key, new Last(checkpoint.size(), clock.instant()));
            });
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return found;
  }

  private Optional<NoteSignature> answer(VerifierKey key, Future<NoteSignature> answer)
      throws InterruptedException {
    try {
      NoteSignature signature = answer.get();
      Standing before = of(key);
      standing.put(key, Standing.GOOD);
      if (before.failures() > 0) {
        LOG.info("The witness {} cosigns again.", key.name());
      }
      return Optional.of(signature);
    } catch (CancellationException e) {
      failed(key, "no answer within " + timeout.toMillis() + " ms");
    } catch (ExecutionException e) {
      failed(key, reason(e.getCause()));
    }
    return Optional.empty();
  }

  private static String reason(@Nullable Throwable cause) {
    return switch (cause) {
      case NotCosigned refusal -> String.valueOf(refusal.getMessage());
      case IOException away -> "no answer: " + away.getClass().getSimpleName();
      case null, default -> "failed: " + cause;
    };
  }

  private void failed(VerifierKey key, String why) {
    Standing before = of(key);
    standing.put(key, before.failed(clock.instant(), pause, why));
    if (!before.problem().equals(why)) {
      LOG.warn("The witness {} does not cosign: {}", key.name(), why);
    }
  }

  private Standing of(VerifierKey key) {
    return standing.getOrDefault(key, Standing.GOOD);
  }

  private void judge(Checkpoint checkpoint, boolean isEnough) {
    if (hasQuorum && !isEnough) {
      LOG.error(
          "The checkpoint of size {} lacks its quorum of witnesses. It is published, but must not"
              + " be anchored.",
          checkpoint.size());
    } else if (!hasQuorum && isEnough) {
      LOG.info("The checkpoint of size {} has its quorum of witnesses again.", checkpoint.size());
    }
    hasQuorum = isEnough;
  }

  /** Tells whether the newest checkpoint has its quorum, or needs none. */
  public boolean hasQuorum() {
    return hasQuorum;
  }

  /** Tells whether a checkpoint carries the quorum of valid cosignatures, or needs none. */
  public boolean hasQuorum(SignedNote note, Checkpoint checkpoint) {
    return policy == null || policy.isSatisfiedBy(cosigners(policy, note, checkpoint));
  }

  private static Set<VerifierKey> cosigners(
      WitnessPolicy policy, SignedNote note, Checkpoint checkpoint) {
    var cosigners = new HashSet<VerifierKey>();
    for (WitnessPolicy.Witness witness : policy.witnesses()) {
      if (note.isSignedBy(witness.key(), checkpoint)) {
        cosigners.add(witness.key());
      }
    }
    return cosigners;
  }

  /** Returns how each witness that is asked does. */
  public List<Status> status() {
    return clients.stream().map(client -> status(client.key())).toList();
  }

  private Status status(VerifierKey key) {
    Last cosigned = last.get(key);
    return new Status(
        key.name(),
        cosigned == null ? null : cosigned.size(),
        cosigned == null ? null : cosigned.at(),
        of(key).problem());
  }

  @Override
  public void close() {
    executor.shutdownNow();
    http.shutdownNow();
  }
}
