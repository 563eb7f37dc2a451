package io.daybook.api;

import io.daybook.ledger.wallet.PayoutPolicy;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Registers what every resource shares. */
@Configuration
@EnableConfigurationProperties({SaleProperties.class, PayoutProperties.class})
class ApiConfiguration implements WebMvcConfigurer {
  private final JournalPositions positions;

  ApiConfiguration(JournalPositions positions) {
    this.positions = positions;
  }

  @Bean
  static PayoutPolicy payoutPolicy(PayoutProperties payouts) {
    return payouts.policy();
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(positions).addPathPatterns("/api/**");
    registry
        .addInterceptor(new KnownParameters())
        .addPathPatterns(
            "/api/v1/ledger/**",
            "/api/v1/reports/**",
            "/api/v1/wallets/**",
            "/api/v1/payouts/**",
            "/api/v1/payout-accounts/**");
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new WriteKeyResolver());
    resolvers.add(new PageRequestResolver());
  }
}
