package io.daybook.recorder.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AggregateCacheTest {
  private final AggregateCache cache = new AggregateCache(2);

  private static void refused(Runnable work) {
    new Attempt().run(work);
  }

  private static void done(Runnable work) {
    var attempt = new Attempt();
    attempt.publishes();
    attempt.run(work);
  }

  @Test
  void keepsWhatARefusedCommandDidNotChange() {
    cache.put("book", "as it is");

    refused(() -> cache.remove("book"));

    assertThat(cache.<String, String>get("book")).isEqualTo("as it is");
  }

  @Test
  void forgetsWhatAFailedCommandChanged() {
    cache.put("book", "as it is not");

    done(() -> cache.remove("book"));

    assertThat(cache.<String, String>get("book")).isNull();
  }

  @Test
  void forgetsWhateverItIsToldOutsideOfCommands() {
    cache.put("book", "of yesterday");

    cache.remove("book");

    assertThat(cache.<String, String>get("book")).isNull();
  }

  @Test
  void takesWhatACommandHasReadOrChanged() {
    refused(() -> cache.put("read", "new"));
    done(() -> cache.put("read", "changed"));

    assertThat(cache.<String, String>get("read")).isEqualTo("changed");
  }

  @Test
  void forgetsTheOldestBeyondItsCapacity() {
    cache.put("a", "1");
    cache.put("b", "2");
    cache.get("a");
    cache.put("c", "3");

    assertThat(cache.containsKey("a")).isTrue();
    assertThat(cache.containsKey("b")).isFalse();
  }
}
