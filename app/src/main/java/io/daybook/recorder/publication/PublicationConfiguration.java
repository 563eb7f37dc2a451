package io.daybook.recorder.publication;

import io.daybook.recorder.store.Journal;
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
  PublishedLog publishedLog(LogKeys keys, LogTables tables, LogTiles tiles) {
    return new PublishedLog(keys, tables, tiles);
  }

  @Bean
  LogExport logExport(PublishedLog log) {
    return new LogExport(log);
  }

  @Bean(destroyMethod = "close")
  ExportSnapshots exportSnapshots(
      PublishedLog log,
      CheckpointPublisher publisher,
      Clock clock,
      ObjectProvider<ReadModels> models) {
    return new ExportSnapshots(log, publisher, clock, models.getIfAvailable());
  }

  @Bean(destroyMethod = "close")
  CheckpointPublisher checkpointPublisher(
      LogKeys keys,
      LogTables tables,
      LogTiles tiles,
      Clock clock,
      Journal journal,
      CheckpointProperties properties) {
    new LogIdentity(keys).require(tables);
    var publisher =
        new CheckpointPublisher(
            keys,
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
