package io.daybook.recorder.store;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** One reader's way through the journal, woken when there is more. Used by one thread at a time. */
final class JournalStream implements TrackingEventStream {
  private final Tail tail;
  private final LongFunction<List<TrackedEventMessage<?>>> pages;
  private Iterator<TrackedEventMessage<?>> page = List.<TrackedEventMessage<?>>of().iterator();
  private @Nullable TrackedEventMessage<?> peeked;
  private @Nullable Runnable callback;
  private long next;

  /**
   * Starts after {@code token}.
   *
   * @param pages reads some events from an index on
   */
  JournalStream(
      @Nullable TrackingToken token, Tail tail, LongFunction<List<TrackedEventMessage<?>>> pages) {
    this.tail = tail;
    this.pages = pages;
    this.next = PostgresJournalEngine.indexAfter(token);
  }

  @Override
  public Optional<TrackedEventMessage<?>> peek() {
    if (peeked == null) {
      peeked = read();
    }
    return Optional.ofNullable(peeked);
  }

  @Override
  public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
    if (peek().isPresent()) {
      return true;
    }
    return tail.await(next, timeout, unit) && peek().isPresent();
  }

  @Override
  public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
    while (peek().isEmpty()) {
      tail.await(next, Integer.MAX_VALUE, TimeUnit.SECONDS);
    }
    TrackedEventMessage<?> event = peek().orElseThrow();
    peeked = null;
    return event;
  }

  private @Nullable TrackedEventMessage<?> read() {
    if (!page.hasNext()) {
      if (next >= tail.size()) {
        return null;
      }
      page = pages.apply(next).iterator();
      if (!page.hasNext()) {
        return null;
      }
    }
    TrackedEventMessage<?> event = page.next();
    next = PostgresJournalEngine.indexAfter(event.trackingToken());
    return event;
  }

  @Override
  public boolean setOnAvailableCallback(Runnable newCallback) {
    close();
    callback = newCallback;
    tail.addListener(newCallback);
    return true;
  }

  @Override
  public void close() {
    if (callback != null) {
      tail.removeListener(callback);
      callback = null;
    }
  }
}
