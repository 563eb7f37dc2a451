package io.daybook.feed;

import io.daybook.recorder.format.EventFamilies;
import io.daybook.recorder.personal.PersonalEvents;
import io.daybook.recorder.store.Journal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Puts the change feed together. */
@Configuration(proxyBeanMethods = false)
class FeedConfiguration {
  @Bean
  ChangeTypes changeTypes(EventFamilies families) {
    return new ChangeTypes(families);
  }

  @Bean
  ChangeFeed changeFeed(JdbcClient jdbc, Journal journal, PersonalEvents personal) {
    return new ChangeFeed(jdbc, journal, new PublicPayload(personal, JsonMapper.shared()));
  }
}
