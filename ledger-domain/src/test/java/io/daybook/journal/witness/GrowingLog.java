package io.daybook.journal.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.RecordHash;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.NoteSigner;
import io.daybook.journal.checkpoint.SignedNote;
import io.daybook.journal.merkle.ConsistencyProof;
import io.daybook.journal.merkle.MerkleTree;
import io.daybook.journal.merkle.TileId;
import io.daybook.journal.merkle.TileNodes;
import io.daybook.journal.merkle.TreeTiler;
import io.daybook.journal.proof.AddCheckpoint;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A log of made-up leaves, and what it asks its witness. */
final class GrowingLog {
  final NoteSigner signer;
  private final String seed;

  /** Logs with the same seed have the same leaves. */
  GrowingLog(NoteSigner signer, String seed) {
    this.signer = signer;
    this.seed = seed;
  }

  static NoteSigner key(String name, String algorithm) {
    try {
      var pair = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
      return NoteSigner.of(name, pair.getPrivate(), pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static NoteSigner witnessKey(String name, String algorithm) {
    try {
      var pair = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
      return NoteSigner.ofWitness(name, pair.getPrivate(), pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  Checkpoint checkpoint(long size) {
    return new Checkpoint(
        signer.verifierKey().name(),
        size,
        size == 0 ? MerkleTree.EMPTY_ROOT : MerkleTree.root(size, nodes(size)));
  }

  SignedNote note(Checkpoint checkpoint) {
    return new SignedNote(
        checkpoint.body(), List.of(signer.sign(checkpoint, Instant.ofEpochSecond(1_790_000_000))));
  }

  List<RecordHash> proof(long from, long to) {
    return ConsistencyProof.of(from, to, nodes(to)).path();
  }

  byte[] request(long from, long to) {
    return body(new AddCheckpoint(from, proof(from, to), note(checkpoint(to))));
  }

  static byte[] body(AddCheckpoint request) {
    return request.format().getBytes(UTF_8);
  }

  private TileNodes nodes(long size) {
    Map<TileId, byte[]> tiles = new HashMap<>();
    var tiler = new TreeTiler(tiles::put);
    Stream.iterate(0L, i -> i < size, i -> i + 1)
        .forEach(i -> tiler.append(RecordHash.ofLeaf((seed + i).getBytes(UTF_8))));
    tiler.partialTiles();
    return new TileNodes(size, tile -> Objects.requireNonNull(tiles.get(tile)));
  }
}
