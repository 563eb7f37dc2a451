package io.daybook.recorder.store;

import io.daybook.database.EmbeddedDatabase;
import io.daybook.recorder.format.EventFamilies;
import io.daybook.recorder.personal.PersonalEvents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/**
 * The recorder with everything that Daybook runs it with: keys, authors' signatures, seals for
 * personal texts, tiles, and a checkpoint signed by both algorithms each second.
 *
 * <p>It is no {@code @Configuration}, so that no application finds it by scanning.
 */
@EnableAutoConfiguration
@ComponentScan(
    basePackages = {"io.daybook.database", "io.daybook.security", "io.daybook.recorder"},
    excludeFilters = {
      @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
      @Filter(type = FilterType.REGEX, pattern = ".*(IT|Test)(\\$.*)?")
    })
public class WholeRecorder {
  private static final String USER = "whole_recorder";

  /** Starts it on a database that has all migrations. */
  static ConfigurableApplicationContext start(EmbeddedDatabase database) {
    var owner = (PGSimpleDataSource) database.owner();
    var user = (PGSimpleDataSource) database.application();
    EmbeddedDatabase.executeAsSuperuser(
        """
        do $$ begin
          if not exists (select from pg_roles where rolname = '%1$s') then
            create role %1$s login password '%2$s';
            grant daybook_app, daybook_erasure to %1$s;
          end if;
        end $$\
        """
            .formatted(USER, user.getPassword()));
    return new SpringApplicationBuilder(WholeRecorder.class)
        .run(
            "--daybook.data=" + folder(),
            "--daybook.demo-data=false",
            "--daybook.journal.origin=" + TestLedger.ORIGIN,
            "--spring.datasource.url=" + database.url(),
            "--spring.datasource.username=" + USER,
            "--spring.datasource.password=" + user.getPassword(),
            "--spring.flyway.user=" + owner.getUser(),
            "--spring.flyway.password=" + owner.getPassword(),
            "--server.port=0");
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory(Path.of("target"), "recorder-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  EventFamilies eventFamilies() {
    return EventFamilies.of(Counter.CounterEvent.class);
  }

  @Bean
  PersonalEvents personalEvents(EventFamilies families) {
    return new PersonalEvents(families);
  }
}
