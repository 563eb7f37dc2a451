package io.daybook.replay;

import io.daybook.projections.ProjectionsConfiguration;
import io.daybook.projections.shared.JournalHead;
import io.daybook.projections.shared.JournalRanges;
import io.daybook.projections.shared.PersonalTexts;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shared.ProjectionPositions;
import io.daybook.recorder.format.EventFamilies;
import io.daybook.recorder.personal.PersonalEvents;
import io.daybook.recorder.store.Journal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * The recorder and all projections, without anybody who would act on the events.
 *
 * <p>It is no {@code @Configuration}, so that the whole application does not find it by scanning.
 */
@EnableAutoConfiguration
@ComponentScan(
    basePackages = {"io.daybook.database", "io.daybook.security", "io.daybook.recorder"},
    excludeFilters = {
      @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
      @Filter(type = FilterType.REGEX, pattern = ".*(IT|Test)(\\$.*)?")
    })
@ComponentScan(
    basePackages = "io.daybook",
    useDefaultFilters = false,
    includeFilters =
        @Filter(type = FilterType.REGEX, pattern = "io\\.daybook\\.EventFamilyConfiguration"))
@Import(ProjectionsConfiguration.class)
public class ReplayApplication {
  private static final Duration LIMIT = Duration.ofMinutes(30);

  /** Starts it on a data folder, on a free port. */
  public static ConfigurableApplicationContext start(Path data) {
    return new SpringApplicationBuilder(ReplayApplication.class)
        .run(
            "--daybook.data=" + data,
            "--daybook.database.port=0",
            "--daybook.demo-data=false",
            "--server.port=0");
  }

  /** Writes the next {@code count} events of a story, a thousand at once. */
  public static void write(ConfigurableApplicationContext daybook, RandomSales story, int count) {
    var store = daybook.getBean(Journal.class).eventStore();
    for (int left = count; left > 0; left -= 1_000) {
      store.publish(story.next(Math.min(left, 1_000)));
    }
  }

  /** Waits until all projections have read the whole journal. */
  public static void awaitAll(ConfigurableApplicationContext daybook) {
    long last = daybook.getBean(Journal.class).size() - 1;
    boolean isThere =
        daybook.getBean(ProjectionPositions.class).awaitPosition(ProjectionNames.ALL, last, LIMIT);
    if (!isThere) {
      throw new AssertionError(daybook.getBean(ProjectionPositions.class).findAll());
    }
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  JournalHead journalHead(Journal journal) {
    return journal::size;
  }

  /** Nothing is personal here: the events come from nobody whose data could be sealed. */
  @Bean
  PersonalEvents personalEvents(EventFamilies families) {
    return new PersonalEvents(families);
  }

  @Bean
  PersonalTexts personalTexts() {
    return new PlainTexts();
  }

  private static final class PlainTexts implements PersonalTexts {
    @Override
    public String seal(String aggregateId, String text, String... place) {
      return text;
    }

    @Override
    public String open(String stored, String... place) {
      return stored;
    }
  }

  @Bean
  JournalRanges journalRanges(Journal journal) {
    return journal::read;
  }
}
