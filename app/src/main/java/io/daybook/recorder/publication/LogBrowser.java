package io.daybook.recorder.publication;

import io.daybook.journal.Bytes;
import io.daybook.journal.RecordHash;
import io.daybook.journal.StoredRecord;
import io.daybook.journal.checkpoint.Policy;
import io.daybook.journal.keys.KnownKey;
import io.daybook.journal.merkle.ConsistencyProof;
import io.daybook.journal.merkle.InclusionProof;
import io.daybook.journal.proof.Receipt;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Single records, checkpoints and proofs of the journal, for people who look at it. Whatever it
 * returns costs the same in a long journal as in a short one, but for the logarithm of its length.
 */
public final class LogBrowser {
  private final PublishedLog log;
  private final LogTiles tiles;
  private final RecordQueries records;

  LogBrowser(PublishedLog log, LogTiles tiles, RecordQueries records) {
    this.log = log;
    this.tiles = tiles;
    this.records = records;
  }

  /**
   * One record as the database holds it, which nobody has verified.
   *
   * @param header the encoded header
   * @param leafHash the stored hash of the header
   */
  public record Found(StoredRecord row, Bytes header, RecordHash leafHash) {}

  /** Returns the record at {@code index}. */
  public Optional<Found> record(long index) {
    return records.record(index);
  }

  /** Returns the index of the event {@code sequence} of an aggregate. */
  public Optional<Long> index(String aggregateId, long sequence) {
    return records.index(aggregateId, sequence);
  }

  /**
   * Returns the first {@code limit} records of an aggregate, none after {@code lastIndex}, the
   * oldest first.
   */
  public List<StoredRecord> stream(String aggregateId, long lastIndex, int limit) {
    return records.stream(aggregateId, lastIndex, limit);
  }

  /** Returns the records at these indexes, the oldest first; what is not there is left out. */
  public List<StoredRecord> records(Collection<Long> indexes) {
    return records.records(indexes);
  }

  /** Returns how many records are durable. */
  public long size() {
    return records.size();
  }

  /** Returns the index of the first record whose time is after {@code time}. */
  public Optional<Long> firstAfter(Instant time) {
    return records.firstAfter(time);
  }

  /** Returns the newest checkpoint. */
  public Optional<SignedCheckpoint> newest() {
    return log.newest();
  }

  /** Returns the checkpoint of exactly {@code size} records. */
  public Optional<SignedCheckpoint> checkpoint(long size) {
    return log.checkpoint(size);
  }

  /** Returns the smallest checkpoint of at least {@code size} records. */
  public Optional<SignedCheckpoint> checkpointFrom(long size) {
    return records.checkpointFrom(size).map(SignedCheckpoint::parse);
  }

  /** Returns up to {@code count} checkpoints of fewer than {@code below} records, newest first. */
  public List<SignedCheckpoint> checkpoints(long below, int count) {
    return records.checkpoints(below, count).stream().map(SignedCheckpoint::parse).toList();
  }

  /** Proves that a record is under a checkpoint; it must be covered by it. */
  public InclusionProof inclusion(long index, SignedCheckpoint checkpoint) {
    return InclusionProof.of(index, checkpoint.size(), tiles.nodes(checkpoint.size()));
  }

  /** Proves a record with its payload; the checkpoint must cover it. */
  public Receipt receipt(long index, SignedCheckpoint checkpoint) {
    return log.receipt(index, checkpoint);
  }

  /** Proves that one checkpoint is a prefix of a later one. */
  public ConsistencyProof consistency(SignedCheckpoint older, SignedCheckpoint newer) {
    return ConsistencyProof.of(older.size(), newer.size(), tiles.nodes(newer.size()));
  }

  /** Returns the keys that have to sign the checkpoint of {@code size} records. */
  public Policy policy(long size) {
    return log.policy(size);
  }

  /** Returns all keys there are or were. */
  public Collection<KnownKey> keys() {
    return log.keys();
  }

  /** Returns the text of the witness policy that was recorded last. */
  public Optional<String> witnessPolicy() {
    return log.witnessPolicy();
  }
}
