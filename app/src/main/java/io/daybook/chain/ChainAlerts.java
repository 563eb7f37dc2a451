package io.daybook.chain;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks at the chain's measures four times a minute, and says aloud when people must look. */
final class ChainAlerts {
  private static final Logger LOG = LoggerFactory.getLogger(ChainAlerts.class);

  private final ChainMonitor monitor;
  private final Clock clock;
  private Set<ChainAlert> told = EnumSet.noneOf(ChainAlert.class);

  ChainAlerts(ChainMonitor monitor, Clock clock) {
    this.monitor = monitor;
    this.clock = clock;
  }

  @Scheduled(fixedRate = 15_000)
  void evaluate() {
    monitor.evaluate(clock.instant());
    Set<ChainAlert> now = EnumSet.noneOf(ChainAlert.class);
    now.addAll(monitor.status().alerts());
    now.stream()
        .filter(alert -> !told.contains(alert))
        .forEach(alert -> LOG.error("Alert of the chain: {}", alert.words()));
    told.stream()
        .filter(alert -> !now.contains(alert))
        .forEach(alert -> LOG.info("No longer: {}", alert.words()));
    told = now;
  }

  /** Publishes what {@code status} tells as numbers. */
  void measure(MeterRegistry meters) {
    gauge(meters, "event.processing.lag", "s", ChainStatus::lagSeconds);
    gauge(meters, "head.age", "s", status -> number(status.headAgeSeconds()));
    gauge(meters, "head.block", "", status -> number(status.head()));
    gauge(meters, "cursor.block", "", status -> number(status.cursor()));
    gauge(meters, "finalized.block", "", status -> number(status.finalized()));
    gauge(meters, "tx.inflight", "", ChainStatus::sent);
    gauge(meters, "orders.waiting", "", ChainStatus::ordersWaiting);
    gauge(meters, "outbox.backlog", "", ChainStatus::unpublished);
    gauge(meters, "alerts", "", status -> status.alerts().size());
  }

  private void gauge(
      MeterRegistry meters, String name, String unit, ToDoubleFunction<ChainStatus> value) {
    Gauge.builder("daybook.chain." + name, () -> value.applyAsDouble(monitor.status()))
        .baseUnit(unit)
        .register(meters);
  }

  private static double number(@Nullable Long value) {
    return value == null ? Double.NaN : value;
  }
}
