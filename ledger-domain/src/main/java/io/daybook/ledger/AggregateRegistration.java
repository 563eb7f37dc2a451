package io.daybook.ledger;

import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;

/**
 * Registers an aggregate with the cache, locks and snapshots that the journal's writer provides.
 */
public final class AggregateRegistration {
  private AggregateRegistration() {}

  /** Returns the configuration of {@code aggregateType}. */
  public static <A> AggregateConfigurer<A> of(Class<A> aggregateType) {
    AggregateConfigurer<A> registration =
        AggregateConfigurer.defaultConfiguration(aggregateType)
            .configureCache(
                configuration -> configuration.getComponent(Cache.class, () -> NoCache.INSTANCE))
            .configureLockFactory(configuration ->
                configuration.getComponent(
                    LockFactory.class, PessimisticLockFactory::usingDefaults));
    return AggregateState.Source.class.isAssignableFrom(aggregateType)
        ? registration.configureSnapshotTrigger(configuration ->
            configuration.getComponent(
                SnapshotTriggerDefinition.class, () -> NoSnapshotTriggerDefinition.INSTANCE))
        : registration;
  }
}
