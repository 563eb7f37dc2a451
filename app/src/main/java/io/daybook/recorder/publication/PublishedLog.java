package io.daybook.recorder.publication;

import io.daybook.journal.Bytes;
import io.daybook.journal.EntryBundle;
import io.daybook.journal.Header;
import io.daybook.journal.LogLayout;
import io.daybook.journal.RecordBundle;
import io.daybook.journal.RecordHash;
import io.daybook.journal.StoredRecord;
import io.daybook.journal.checkpoint.ExportManifest;
import io.daybook.journal.checkpoint.Policy;
import io.daybook.journal.keys.KnownKey;
import io.daybook.journal.merkle.ConsistencyProof;
import io.daybook.journal.merkle.InclusionProof;
import io.daybook.journal.merkle.TileId;
import io.daybook.journal.proof.Receipt;
import io.daybook.journal.proof.TlogProof;
import io.daybook.recorder.keys.KeyRecords;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The journal up to its newest signed checkpoint: all that others can see and check. */
final class PublishedLog {
  private final KeyRecords keys;
  private final LogTables tables;
  private final LogTiles tiles;

  PublishedLog(KeyRecords keys, LogTables tables, LogTiles tiles) {
    this.keys = keys;
    this.tables = tables;
    this.tiles = tiles;
  }

  /** Where one record is in the tree of a checkpoint. */
  record Inclusion(InclusionProof proof, SignedCheckpoint signed, Header header) {}

  /** The keys in use at the newest checkpoint, or at the first record if there is none yet. */
  Policy policy() {
    return policy(Math.max(1, size()));
  }

  /** The keys in use at the checkpoint of {@code size} records. */
  Policy policy(long size) {
    return keys.policy(size);
  }

  /** Returns the witness policy that was recorded last. */
  Optional<String> witnessPolicy() {
    return keys.witnessPolicy();
  }

  /** Returns all keys there are or were. */
  Collection<KnownKey> keys() {
    return keys.all();
  }

  Optional<SignedCheckpoint> newest() {
    return tables.newestCheckpoint().map(SignedCheckpoint::parse);
  }

  Optional<SignedCheckpoint> checkpoint(long size) {
    return tables.checkpoint(size).map(SignedCheckpoint::parse);
  }

  /** Returns the sizes of the signed checkpoints above {@code after}, ascending. */
  List<Long> checkpointSizes(long after) {
    return tables.checkpointSizes(after);
  }

  /** How much the tables hold, and how much of it is under the tree. */
  record Extent(long rows, long size) {}

  Extent extent() {
    return tables.extent();
  }

  /** Returns the bundles of a log of {@code size} records that hold erased payloads. */
  List<ExportManifest.Item> erased(long size) {
    return tables.erasedBundles(size).stream().map(bundle -> item(bundle, size)).toList();
  }

  private ExportManifest.Item item(long bundle, long size) {
    int width = LogLayout.bundleWidth(bundle, size);
    byte[] rows = records(bundle, width).orElseThrow();
    return new ExportManifest.Item(
        LogLayout.records(bundle, width), rows.length, RecordHash.sha256(rows));
  }

  /** Returns a tile, absent if the published tree has no such tile. */
  Optional<byte[]> tile(TileId tile) {
    long end = tile.index() * LogLayout.WIDTH + tile.width();
    return end <= TileId.hashesAt(tile.level(), size())
        ? Optional.of(tiles.remains(tile))
        : Optional.empty();
  }

  /** Returns a bundle of headers, absent if it is not published. */
  Optional<byte[]> entries(long index, int width) {
    return isPublished(index, width)
        ? Optional.of(EntryBundle.encode(tables.headers(index * LogLayout.WIDTH, width)))
        : Optional.empty();
  }

  /** Returns a bundle of stored rows, absent if it is not published. */
  Optional<byte[]> records(long index, int width) {
    return isPublished(index, width)
        ? Optional.of(RecordBundle.encode(tables.records(index * LogLayout.WIDTH, width)))
        : Optional.empty();
  }

  private boolean isPublished(long index, int width) {
    return index * LogLayout.WIDTH + width <= size();
  }

  private long size() {
    return newest().map(SignedCheckpoint::size).orElse(0L);
  }

  /** Proves that an event is under the newest checkpoint, absent if it is not. */
  Optional<Inclusion> inclusion(String eventId) {
    Optional<SignedCheckpoint> newest = newest();
    return tables
        .leafIndex(eventId)
        .filter(index -> newest.isPresent() && index < newest.get().size())
        .map(index -> inclusion(index, newest.orElseThrow()));
  }

  /** As {@link #inclusion(String)}, as a proof that stands alone. */
  Optional<TlogProof> proof(String eventId) {
    return inclusion(eventId)
        .map(found ->
            new TlogProof(
                Bytes.of(found.header().encode()),
                found.proof().leafIndex(),
                found.proof().path(),
                found.signed().note()));
  }

  /**
   * Proves all records of some aggregates with their payloads; absent if there are none, more than
   * fit into a receipt, or some that no checkpoint covers yet.
   */
  Optional<Receipt> receipt(Collection<String> aggregateIds) {
    List<Long> indexes = tables.leafIndexes(aggregateIds, Receipt.MAX_ITEMS + 1);
    return newest()
        .filter(signed ->
            !indexes.isEmpty()
                && indexes.size() <= Receipt.MAX_ITEMS
                && indexes.getLast() < signed.size())
        .map(signed ->
            new Receipt(
                indexes.stream().map(index -> item(index, signed)).toList(), signed.note()));
  }

  /** Proves one record with its payload; {@code signed} must cover it. */
  Receipt receipt(long index, SignedCheckpoint signed) {
    return new Receipt(List.of(item(index, signed)), signed.note());
  }

  private Receipt.Item item(long index, SignedCheckpoint signed) {
    Inclusion found = inclusion(index, signed);
    StoredRecord row = tables.records(index, 1).getFirst();
    return new Receipt.Item(
        index, Bytes.of(found.header().encode()), row.salt(), row.payload(), found.proof().path());
  }

  private Inclusion inclusion(long index, SignedCheckpoint signed) {
    var proof = InclusionProof.of(index, signed.size(), tiles.nodes(signed.size()));
    return new Inclusion(proof, signed, Header.decode(tables.headers(index, 1).getFirst()));
  }

  /** Proves that one tree is a prefix of a later one, absent if either is not published. */
  Optional<ConsistencyProof> consistency(long from, long to) {
    return from < 0 || from > to || to > size()
        ? Optional.empty()
        : Optional.of(ConsistencyProof.of(from, to, tiles.nodes(to)));
  }
}
