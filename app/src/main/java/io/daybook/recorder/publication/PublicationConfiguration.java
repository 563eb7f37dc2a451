package io.daybook.recorder.publication;

import io.daybook.recorder.keys.KeyRecords;
import io.daybook.recorder.keys.LogKeys;
import io.daybook.recorder.keys.SystemRecords;
import io.daybook.recorder.store.Journal;
import io.daybook.recorder.witness.Witnesses;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Publishes the journal. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CheckpointProperties.class)
class PublicationConfiguration {
  @Bean
  LogTables logTables(JdbcClient jdbc) {
    return new LogTables(jdbc);
  }

  @Bean
  LogTiles logTiles(LogTables tables) {
    return new LogTiles(tables);
  }

  @Bean
  PublishedLog publishedLog(KeyRecords keys, LogTables tables, LogTiles tiles) {
    return new PublishedLog(keys, tables, tiles);
  }

  @Bean
  LogExport logExport(PublishedLog log) {
    return new LogExport(log);
  }

  @Bean
  CheckpointSigning checkpointSigning(
      LogKeys keys, KeyRecords records, LogTiles tiles, Witnesses witnesses) {
    return new CheckpointSigning(keys, records, tiles, witnesses);
  }

  @Bean
  Anchorable anchorable(LogTables tables, LogTiles tiles, Witnesses witnesses) {
    return new Anchorable(tables, tiles, witnesses);
  }

  @Bean
  LeafHashes leafHashes(LogTables tables) {
    return new LeafHashes(tables);
  }

  @Bean
  LogBrowser logBrowser(PublishedLog log, LogTiles tiles, JdbcClient jdbc) {
    return new LogBrowser(log, tiles, new RecordQueries(jdbc));
  }

  @Bean
  JournalExports journalExports(
      ExportSnapshots snapshots, LogExport export, SystemRecords records) {
    return new JournalExports(snapshots, export, records);
  }

  @Bean
  Statements statements(LogKeys keys, KeyRecords records, PublishedLog log, Clock clock) {
    return new Statements(keys, records, log, clock);
  }

  @Bean
  Receipts receipts(PublishedLog log) {
    return new Receipts(log);
  }

  @Bean(destroyMethod = "close")
  ExportSnapshots exportSnapshots(
      PublishedLog log,
      CheckpointPublisher publisher,
      CheckpointSigning signing,
      Clock clock,
      ObjectProvider<ReadModels> models,
      ObjectProvider<AnchoredRoots> anchors) {
    return new ExportSnapshots(
        log,
        publisher,
        new ExportSnapshots.Signing(signing, clock),
        new ExportSnapshots.Additions(models.getIfAvailable(), anchors.getIfAvailable()));
  }

  @Bean(destroyMethod = "close")
  CheckpointPublisher checkpointPublisher(
      CheckpointSigning signing,
      LogTables tables,
      LogTiles tiles,
      Clock clock,
      Journal journal,
      CheckpointProperties properties) {
    var publisher =
        new CheckpointPublisher(
            signing,
            tables,
            tiles,
            clock,
            new CheckpointPublisher.Schedule(
                journal::size, properties.interval(), properties.leaves()));
    journal.addListener(publisher::grown);
    publisher.start();
    return publisher;
  }
}
