package io.daybook.security;

import io.daybook.database.DataFolder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the key store and adds the demo users. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KeyProperties.class, DemoProperties.class})
class SecurityConfiguration {
  @Bean
  KeyRing keyRing(DataFolder folder, KeyProperties properties) {
    return KeyStoreFile.open(folder, properties.password());
  }

  /** The key ring first: it makes the store at the first start. */
  @Bean
  JournalKeyStores journalKeyStores(KeyRing made, DataFolder folder, KeyProperties properties) {
    return new JournalKeyStores(
        SigningKeys.ofLog(folder, properties), SigningKeys.ofAuthors(folder, properties));
  }

  @Bean
  DemoUsers demoUsers(
      DemoProperties properties,
      Users users,
      PasswordHasher hasher,
      DataFolder folder,
      PlatformTransactionManager transactions) {
    return new TransactionTemplate(transactions)
        .execute(status -> DemoUsers.prepare(properties, users, hasher, folder));
  }
}
