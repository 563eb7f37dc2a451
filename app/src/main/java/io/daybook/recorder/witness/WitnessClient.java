package io.daybook.recorder.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.NoteSignature;
import io.daybook.journal.checkpoint.NoteVerifier;
import io.daybook.journal.checkpoint.SignedNote;
import io.daybook.journal.checkpoint.VerifierKey;
import io.daybook.journal.merkle.ConsistencyProof;
import io.daybook.journal.proof.AddCheckpoint;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Asks one witness (c2sp.org/tlog-witness), and leaves it alone for a while when it fails. */
final class WitnessClient {
  private static final int MAX_ANSWER = 64 << 10;
  private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");

  private final VerifierKey key;
  private final URI address;
  private final Duration timeout;
  private final HttpClient http;
  private final ReentrantLock lock = new ReentrantLock();
  private long lastSize;
  private long forgottenBelow;

  WitnessClient(VerifierKey key, URI prefix, Duration timeout, HttpClient http) {
    this.key = key;
    String base = prefix.toString();
    this.address =
        URI.create(base.endsWith("/") ? base + "add-checkpoint" : base + "/add-checkpoint");
    this.timeout = timeout;
    this.http = http;
  }

  /** The witness's answer is not the one that the log needs. */
  static final class NotCosigned extends Exception {
    private static final long serialVersionUID = 1L;

    NotCosigned(String message) {
      super(message);
    }
  }

  VerifierKey key() {
    return key;
  }

  /**
   * Returns the witness's cosignature.
   *
   * @param proofs gives the consistency proof from one size to another
   * @throws NotCosigned if it does not give one, with the reason
   * @throws IOException if it does not answer
   */
  NoteSignature cosign(
      SignedNote note, Checkpoint checkpoint, BiFunction<Long, Long, ConsistencyProof> proofs)
      throws NotCosigned, IOException, InterruptedException {
    lock.lockInterruptibly();
    try {
      Answer answer = ask(note, checkpoint, proofs);
      if (answer.status() == 409) {
        lastSize = known(answer, checkpoint);
        answer = ask(note, checkpoint, proofs);
      }
      if (answer.status() != 200) {
        throw new NotCosigned("HTTP " + answer.status() + ": " + answer.text().strip());
      }
      NoteSignature own = own(answer, checkpoint);
      lastSize = checkpoint.size();
      forgottenBelow = lastSize;
      return own;
    } finally {
      lock.unlock();
    }
  }

  private record Answer(int status, String text) {}

  private Answer ask(
      SignedNote note, Checkpoint checkpoint, BiFunction<Long, Long, ConsistencyProof> proofs)
      throws IOException, InterruptedException {
    long from = Math.min(lastSize, checkpoint.size());
    var path =
        from == 0
            ? List.<io.daybook.journal.RecordHash>of()
            : proofs.apply(from, checkpoint.size()).path();
    String body = new AddCheckpoint(from, path, note).format();
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(timeout)
            .header("Content-Type", "text/plain; charset=utf-8")
            .POST(BodyPublishers.ofByteArray(body.getBytes(UTF_8)))
            .build();
    HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
    try (InputStream in = response.body()) {
      return new Answer(response.statusCode(), new String(in.readNBytes(MAX_ANSWER), UTF_8));
    }
  }

  /** Returns the size that the witness says it knows. */
  private long known(Answer answer, Checkpoint checkpoint) throws NotCosigned {
    String digits = answer.text().strip();
    if (!SIZE.matcher(digits).matches()) {
      throw new NotCosigned("HTTP 409 without a size");
    }
    long size = Long.parseLong(digits);
    if (size > checkpoint.size()) {
      throw new NotCosigned(
          "it knows this log with " + size + " records: was the journal put back to a backup?");
    }
    if (size < forgottenBelow) {
      forgottenBelow = 0; // Told once; after that it starts again from what it knows.
      throw new NotCosigned(
          "it has forgotten what it cosigned and knows " + size + " records only");
    }
    return size;
  }

  private NoteSignature own(Answer answer, Checkpoint checkpoint) throws NotCosigned {
    var verifier = new NoteVerifier(key);
    for (String line : answer.text().lines().toList()) {
      Optional<NoteSignature> signature = parse(line);
      if (signature.filter(own -> verifier.verify(checkpoint, own)).isPresent()
          && signature.get().timestampSeconds() > 0) {
        return signature.get();
      }
    }
    throw new NotCosigned("no valid cosignature by " + key + " in its answer");
  }

  private static Optional<NoteSignature> parse(String line) {
    try {
      return Optional.of(NoteSignature.parse(line));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** When it may be asked again, and what was wrong; kept by {@link Witnesses}. */
  record Standing(int failures, Instant nextAttempt, String problem) {
    static final Standing GOOD = new Standing(0, Instant.MIN, "");

    Standing failed(Instant now, Duration longest, String why) {
      long seconds = Math.min(longest.toSeconds(), 1L << Math.min(failures, 20));
      return new Standing(failures + 1, now.plusSeconds(Math.max(1, seconds)), why);
    }
  }
}
