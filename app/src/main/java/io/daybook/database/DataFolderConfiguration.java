package io.daybook.database;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the data folder before anything that keeps something in it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DataProperties.class, DatabaseProperties.class})
class DataFolderConfiguration {
  @Bean(destroyMethod = "close")
  DataFolder dataFolder(DataProperties properties) {
    return DataFolder.open(properties.data());
  }
}
