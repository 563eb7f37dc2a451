package io.daybook.recorder.keys;

import io.daybook.database.StartRefused;
import io.daybook.journal.MalformedException;
import io.daybook.journal.keys.KeyStatement;
import io.daybook.recorder.format.EventFamilies;
import io.daybook.recorder.format.JournalSerializer;
import io.daybook.recorder.store.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the log's keys in use before anything is recorded or published. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JournalKeyProperties.class)
class KeyConfiguration {
  @Bean
  SystemRecords systemRecords(Journal journal) {
    return new SystemRecords(journal);
  }

  /** The journal is its parameter, so that there is a first record to read. */
  @Bean
  KeyRecords keyRecords(JdbcClient jdbc, EventFamilies families, LogKeys keys, Journal journal) {
    new LogIdentity(keys).require(jdbc);
    var records = new KeyRecords(jdbc, new JournalSerializer(families), keys);
    records.refresh();
    journal.signWith(new AuthorKeys(keys, records));
    return records;
  }

  @Bean
  KeyBeginning keyBeginning(
      LogKeys keys, KeyRecords records, SystemRecords system, JournalKeyProperties properties) {
    var beginning = new KeyBeginning(keys, records, system);
    beginning.introduceAuthor();
    Path root = properties.rootStatement();
    if (root != null) {
      beginning.introduceRoot(read(root));
    }
    return beginning;
  }

  private static KeyStatement read(Path file) {
    try {
      return KeyStatement.parse(Files.readString(file));
    } catch (IOException | MalformedException e) {
      throw new StartRefused("The root key's statement " + file + ": " + e.getMessage(), e);
    }
  }

  @Bean
  KeyChanges keyChanges(
      LogKeys keys, Journal journal, SystemRecords system, KeyRecords records, JdbcClient jdbc) {
    return new KeyChanges(
        new KeyChanges.Ways(keys, system, journal),
        records,
        new KeyProposals(jdbc),
        Clock.systemUTC());
  }
}
