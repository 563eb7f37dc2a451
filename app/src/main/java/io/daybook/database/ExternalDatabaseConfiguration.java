package io.daybook.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Uses the PostgreSQL that {@code spring.datasource.url} names.
 *
 * <p>Whoever signs in, the application acts as {@code daybook_app}: it must not own its tables.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("spring.datasource.url")
@EnableConfigurationProperties(ErasureProperties.class)
class ExternalDatabaseConfiguration {

  /** Migrations never go through the pool, whose connections have given up the right to migrate. */
  @Bean
  FlywayConnectionDetails migrationConnection(
      DataSourceProperties dataSource, Environment environment) {
    boolean ownUser = environment.containsProperty("spring.flyway.user");
    return new MigrationConnection(
        environment.getProperty("spring.flyway.url", dataSource.determineUrl()),
        ownUser ? environment.getProperty("spring.flyway.user") : dataSource.determineUsername(),
        ownUser
            ? environment.getProperty("spring.flyway.password")
            : dataSource.determinePassword());
  }

  @Bean
  FlywayMigrationStrategy createRolesThenMigrate(DataSourceProperties dataSource) {
    return flyway -> {
      ExternalRoles.ensure(
          flyway.getConfiguration().getDataSource(), dataSource.determineUsername());
      flyway.migrate();
    };
  }

  @Bean
  static BeanPostProcessor actAsApplicationRole() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
          pool.setConnectionInitSql("set role " + DatabaseRole.APPLICATION.sqlName());
        }
        return bean;
      }
    };
  }

  @Bean
  ErasureDatabase erasureDatabase(DataSourceProperties dataSource, ErasureProperties erasure) {
    boolean ownUser = erasure.username() != null;
    return new ErasureDatabase(
        new RoleConnections(
            dataSource.determineUrl(),
            ownUser ? erasure.username() : dataSource.determineUsername(),
            ownUser ? erasure.password() : dataSource.determinePassword(),
            DatabaseRole.ERASURE));
  }

  /** Without the parameters of the URL, which may have a password. */
  @Bean
  DatabaseAddress databaseAddress(DataSourceProperties dataSource) {
    return new DatabaseAddress(
        "psql '%s' (then: set role %s)"
            .formatted(
                dataSource.determineUrl().replaceFirst("^jdbc:", "").replaceFirst("\\?.*", ""),
                DatabaseRole.APPLICATION.sqlName()));
  }
}
