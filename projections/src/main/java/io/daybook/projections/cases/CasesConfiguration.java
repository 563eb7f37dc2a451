package io.daybook.projections.cases;

import io.daybook.projections.shared.PersonalTexts;
import io.daybook.projections.shared.PositionWriter;
import io.daybook.projections.shared.Writes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Declares the projection of this package and its queries. */
@Configuration(proxyBeanMethods = false)
public class CasesConfiguration {
  @Bean
  CasesProjection casesProjection(Writes writes, PositionWriter positions, PersonalTexts texts) {
    return new CasesProjection(writes, positions, texts);
  }

  @Bean
  Cases cases(JdbcClient jdbc, PersonalTexts texts) {
    return new Cases(jdbc, texts);
  }

  @Bean
  Screenings screenings(JdbcClient jdbc, PersonalTexts texts) {
    return new Screenings(jdbc, texts);
  }

  @Bean
  Watchlists watchlists(JdbcClient jdbc) {
    return new Watchlists(jdbc);
  }

  @Bean
  CaseClearance caseClearance(JdbcClient jdbc) {
    return new CaseClearance(jdbc);
  }
}
