package io.daybook.chain;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Follows the chain and sends to it for as long as the application runs, in one process at a time.
 * Whatever fails is tried again after a pause; a sale never waits for it.
 */
final class ChainWorker implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ChainWorker.class);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);
  private static final String NO_CHAIN =
      "No chain is connected: neither anvil nor npm is here, and daybook.chain.rpc-url is not set."
          + " Tickets are sold, and orders for their tokens wait.";
  private static final Duration STOP = Duration.ofSeconds(15);

  private final Leadership leadership;
  private final Supplier<Optional<Connection>> connecting;
  private final ChainMonitor monitor;
  private final Timing timing;
  private @Nullable Connection connection;
  private @Nullable Thread thread;
  private volatile boolean isRunning;

  /** By which clock, how often, and whether at all. */
  record Timing(Clock clock, Duration poll, boolean isOn) {}

  /**
   * Works with what {@code connecting} gives, if it gives something.
   *
   * @param connecting reaches the chain; absent if there is none
   */
  ChainWorker(
      Leadership leadership,
      Supplier<Optional<Connection>> connecting,
      ChainMonitor monitor,
      Timing timing) {
    this.leadership = leadership;
    this.connecting = connecting;
    this.monitor = monitor;
    this.timing = timing;
  }

  @Override
  public boolean isAutoStartup() {
    return timing.isOn();
  }

  @Override
  public void start() {
    isRunning = true;
    thread = Thread.ofVirtual().name("chain").start(this::work);
  }

  private void work() {
    while (isRunning) {
      pause(turn());
    }
    close();
    leadership.close();
  }

  /** Does one turn and returns how long to wait for the next. */
  private Duration turn() {
    try {
      if (!leadership.take()) {
        close();
        return timing.poll();
      }
      if (connection == null) {
        connection = connecting.get().orElse(null);
      }
      if (connection == null) {
        return withoutChain();
      }
      Observation seen = connection.turn(timing.clock());
      monitor.observe(seen);
      return seen.oldestUnread() == null ? timing.poll() : Duration.ZERO;
    } catch (DifferentChain e) {
      LOG.error("{}: nothing is read from it or sent to it", e.getMessage());
      monitor.observe(monitor.last().different(String.valueOf(e.getMessage())));
      return Duration.ofMinutes(1);
    } catch (LeadershipLost e) {
      leadership.close();
      return timing.poll();
    } catch (RuntimeException e) {
      return afterFailure(e);
    }
  }

  private Duration withoutChain() {
    if (!NO_CHAIN.equals(monitor.last().problem())) {
      LOG.info("{}", NO_CHAIN);
    }
    monitor.observe(monitor.last().failed(NO_CHAIN));
    return Duration.ofMinutes(1);
  }

  /** The line says it once, not each time that it is tried again. */
  private Duration afterFailure(RuntimeException e) {
    if (isRunning) {
      if (!e.toString().equals(monitor.last().problem())) {
        LOG.warn("The chain waits: {}", e.toString());
      }
      monitor.observe(monitor.last().failed(e.toString()));
      close();
    }
    return PAUSE_AFTER_FAILURE;
  }

  private void close() {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }

  private void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      // Only stop interrupts, and the loop looks whether it did.
      LOG.debug("woken", e);
    }
  }

  @Override
  public void stop() {
    isRunning = false;
    Thread working = thread;
    if (working == null) {
      return;
    }
    working.interrupt();
    try {
      working.join(STOP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return isRunning;
  }
}
