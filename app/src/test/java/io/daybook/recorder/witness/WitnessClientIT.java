package io.daybook.recorder.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.journal.RecordHash;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.NoteSignature;
import io.daybook.journal.checkpoint.NoteSigner;
import io.daybook.journal.checkpoint.NoteVerifier;
import io.daybook.journal.checkpoint.SignedNote;
import io.daybook.journal.merkle.ConsistencyProof;
import io.daybook.journal.merkle.MerkleTree;
import io.daybook.journal.merkle.TileId;
import io.daybook.journal.merkle.TileNodes;
import io.daybook.journal.merkle.TreeTiler;
import io.daybook.recorder.witness.WitnessClient.NotCosigned;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log's side of the conversation with a witness in its own process. */
class WitnessClientIT {
  private static final String ORIGIN = "log.example/ledger";

  private final NoteSigner log = signer(ORIGIN);
  private RemoteWitness witness;
  private WitnessClient client;

  @TempDir private Path folder;

  @BeforeEach
  void aWitness() throws Exception {
    witness = RemoteWitness.prepare(folder, "witness.example/w");
    witness.start(List.of(log.verifierKey()));
    client = client();
  }

  @AfterEach
  void stop() {
    witness.close();
  }

  @Test
  void everyCheckpointIsCosigned() throws Exception {
    for (long size : new long[] {1, 7, 7, 300}) {
      NoteSignature line = ask(client, "a", size);

      assertThat(new NoteVerifier(witness.key()).verify(checkpoint("a", size), line)).isTrue();
    }
  }

  @Test
  void aLogThatStartedAgainLearnsTheSize() throws Exception {
    ask(client, "a", 7);

    assertThat(ask(client(), "a", 9)).isNotNull();
  }

  @Test
  void aForkedLogIsTold() throws Exception {
    ask(client, "a", 7);

    assertThatThrownBy(() -> ask(client(), "b", 9))
        .isInstanceOf(NotCosigned.class)
        .hasMessageStartingWith("HTTP 422");
  }

  @Test
  void aLogThatWasPutBackIsTold() throws Exception {
    ask(client, "a", 7);

    assertThatThrownBy(() -> ask(client(), "a", 5))
        .isInstanceOf(NotCosigned.class)
        .hasMessageContaining("knows this log with 7 records");
  }

  @Test
  void aWitnessThatForgotIsNoticed() throws Exception {
    ask(client, "a", 7);
    witness.kill();
    witness.forget();
    witness.start(List.of(log.verifierKey()));

    assertThatThrownBy(() -> ask(client, "a", 9))
        .isInstanceOf(NotCosigned.class)
        .hasMessageContaining("has forgotten");
  }

  @Test
  void aWitnessThatWasKilledGoesOn() throws Exception {
    ask(client, "a", 7);
    witness.kill();
    assertThatThrownBy(() -> ask(client, "a", 9)).isInstanceOf(IOException.class);
    witness.start(List.of(log.verifierKey()));

    assertThat(ask(client, "a", 9)).isNotNull();
  }

  @Test
  void aWitnessOfOtherLogsDoesNotKnowThisOne() throws Exception {
    witness.kill();
    witness.start(List.of(signer("other.example").verifierKey()));

    assertThatThrownBy(() -> ask(client, "a", 9)).hasMessageStartingWith("HTTP 404");
  }

  private WitnessClient client() {
    return new WitnessClient(
        witness.key(),
        URI.create(witness.url()),
        Duration.ofSeconds(20),
        HttpClient.newHttpClient());
  }

  private NoteSignature ask(WitnessClient asking, String seed, long size) throws Exception {
    Checkpoint checkpoint = checkpoint(seed, size);
    var note = new SignedNote(checkpoint.body(), List.of(log.sign(checkpoint, Instant.now())));
    return asking.cosign(
        note, checkpoint, (from, to) -> ConsistencyProof.of(from, to, nodes(seed, to)));
  }

  private static Checkpoint checkpoint(String seed, long size) {
    return new Checkpoint(ORIGIN, size, MerkleTree.root(size, nodes(seed, size)));
  }

  private static TileNodes nodes(String seed, long size) {
    Map<TileId, byte[]> tiles = new HashMap<>();
    var tiler = new TreeTiler(tiles::put);
    for (long i = 0; i < size; i++) {
      tiler.append(RecordHash.ofLeaf((seed + i).getBytes(UTF_8)));
    }
    tiler.partialTiles();
    return new TileNodes(size, tile -> Objects.requireNonNull(tiles.get(tile)));
  }

  private static NoteSigner signer(String name) {
    try {
      var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return NoteSigner.of(name, pair.getPrivate(), pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
