package io.daybook.database;

import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Runs PostgreSQL in the data folder unless {@code spring.datasource.url} names another one. */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDatabaseConfiguration.NoDataSourceUrl.class)
class EmbeddedDatabaseConfiguration {

  /**
   * Closed by its head start, after all that depends on it. What takes long and needs no database
   * is made before, while the database starts.
   */
  @Bean(destroyMethod = "")
  @DependsOn({"journalKeyStores", "masterKeys", "passwordHasher"})
  EmbeddedPostgres embeddedPostgres(DatabaseHeadStart.Starting database) {
    return database.await();
  }

  @Bean
  JdbcConnectionDetails applicationConnection(EmbeddedPostgres postgres) {
    DatabaseRole role = DatabaseRole.APPLICATION;
    return new ApplicationConnection(postgres.url(), role.sqlName(), postgres.passwordOf(role));
  }

  @Bean
  FlywayConnectionDetails migrationConnection(EmbeddedPostgres postgres) {
    DatabaseRole role = DatabaseRole.OWNER;
    return new MigrationConnection(postgres.url(), role.sqlName(), postgres.passwordOf(role));
  }

  @Bean
  ErasureDatabase erasureDatabase(EmbeddedPostgres postgres) {
    DatabaseRole role = DatabaseRole.ERASURE;
    return new ErasureDatabase(
        new RoleConnections(postgres.url(), role.sqlName(), postgres.passwordOf(role), role));
  }

  @Bean
  DatabaseAddress databaseAddress(EmbeddedPostgres postgres, DataFolder folder) {
    return new DatabaseAddress(
        "PGPASSFILE='%s' psql -h 127.0.0.1 -p %d -U %s %s"
            .formatted(
                folder.resolve(RolePasswords.FILE),
                postgres.port(),
                DatabaseRole.APPLICATION.sqlName(),
                EmbeddedPostgres.DATABASE));
  }

  static final class NoDataSourceUrl implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return !context.getEnvironment().containsProperty("spring.datasource.url");
    }
  }
}
