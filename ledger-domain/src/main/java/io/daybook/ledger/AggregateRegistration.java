package io.daybook.ledger;

import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.config.AggregateConfigurer;

/** Registers an aggregate with the cache and the locks that the journal's writer provides. */
public final class AggregateRegistration {
  private AggregateRegistration() {}

  /** Returns the configuration of {@code aggregateType}. */
  public static <A> AggregateConfigurer<A> of(Class<A> aggregateType) {
    return AggregateConfigurer.defaultConfiguration(aggregateType)
        .configureCache(
            configuration -> configuration.getComponent(Cache.class, () -> NoCache.INSTANCE))
        .configureLockFactory(configuration ->
            configuration.getComponent(LockFactory.class, PessimisticLockFactory::usingDefaults));
  }
}
