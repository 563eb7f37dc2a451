package io.daybook.database;

import java.util.Set;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDependsOnDatabaseInitializationDetector;

/** Lets the workflow engine wait for the migrations, which give it the right to make its tables. */
final class EnginesNeedMigratedDatabase
    extends AbstractBeansOfTypeDependsOnDatabaseInitializationDetector {
  @Override
  protected Set<Class<?>> getDependsOnDatabaseInitializationBeanTypes() {
    return Set.of(SpringProcessEngineConfiguration.class);
  }
}
