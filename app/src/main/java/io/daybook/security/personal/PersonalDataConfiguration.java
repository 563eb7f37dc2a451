package io.daybook.security.personal;

import io.daybook.database.DataFolder;
import io.daybook.database.ErasureDatabase;
import io.daybook.database.StartRefused;
import io.daybook.security.KeyRing;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the master keys and puts together what seals and what forgets. */
@Configuration(proxyBeanMethods = false)
class PersonalDataConfiguration {
  private static final String PASSWORD = "keys.pass";

  /** The key ring comes first: with it the password is made that both key stores share. */
  @Bean
  MasterKeys masterKeys(DataFolder folder, KeyRing keys, Environment environment) {
    @Nullable String password = environment.getProperty("daybook.keys.password");
    if (password == null) {
      password = folder.read(PASSWORD);
    }
    if (password == null) {
      throw new StartRefused(
          "The key store " + folder.resolve(MasterKeys.FILE) + " needs its password.");
    }
    return MasterKeys.open(folder, password);
  }

  @Bean
  DataKeyCache dataKeyCache(Clock clock) {
    return new DataKeyCache(clock);
  }

  @Bean
  @DependsOnDatabaseInitialization
  PersonalData personalData(
      JdbcClient jdbc,
      MasterKeys masters,
      DataKeyCache cache,
      PlatformTransactionManager transactions,
      Clock clock) {
    var ownTransaction = new TransactionTemplate(transactions);
    ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return new PersonalData(
        new DataKeys(new DataKeyRows(jdbc), masters, cache, ownTransaction, clock));
  }

  @Bean
  BlindIndex blindIndex(MasterKeys masters) {
    return new BlindIndex(masters);
  }

  @Bean
  @DependsOnDatabaseInitialization
  DataKeyDestruction dataKeyDestruction(
      ErasureDatabase database, MasterKeys masters, DataKeyCache cache, Clock clock) {
    return new DataKeyDestruction(database, masters, cache, clock);
  }
}
