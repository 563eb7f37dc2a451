package io.daybook.recorder.store;

import java.time.Duration;

/**
 * The writer's limits.
 *
 * @param origin the log's name
 * @param queueCapacity how many units of work may wait to be written; more are refused
 * @param batchRecords about how many records one database transaction takes at most
 * @param tailRecords how many of the newest records are kept in memory for readers
 * @param snapshotEvents after how many events an aggregate has its first snapshot made
 * @param patience how long appends wait for a database that is away before they are refused
 */
public record JournalSettings(
    String origin,
    int queueCapacity,
    int batchRecords,
    int tailRecords,
    int snapshotEvents,
    Duration patience) {
  /**
   * Returns the usual limits: 16,384 units, 8,192 records a transaction, 16,384 kept, 200 events,
   * 10 s.
   */
  public static JournalSettings of(String origin) {
    return new JournalSettings(origin, 16_384, 8_192, 16_384, 200, Duration.ofSeconds(10));
  }
}
