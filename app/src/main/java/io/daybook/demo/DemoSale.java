package io.daybook.demo;

import static java.util.Objects.requireNonNull;

import io.daybook.demo.DemoStep.Done;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The part of the story in which a show is published and sold. */
final class DemoSale {
  private static final int AT_ONCE = 16;
  private static final int SPARE_SEATS = 50;
  private static final Duration REDRAW = Duration.ofMillis(200);

  private final DemoPeople people;
  private final DemoConsole console;
  private final DemoStory.Plan plan;
  private @Nullable DemoShow show;

  DemoSale(DemoPeople people, DemoConsole console, DemoStory.Plan plan) {
    this.people = people;
    this.console = console;
    this.plan = plan;
  }

  Done publish(RestSession organiser) {
    show =
        DemoShow.publish(organiser, "Night Watch, live " + plan.run(), plan.buyers() + SPARE_SEATS);
    return new Done("The show is published: " + show.title(), show.position());
  }

  /** Lets all buyers buy and returns their orders. */
  List<String> sell() {
    var start = Instant.now();
    var sold = new AtomicInteger();
    try (var buyers = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      List<Future<String>> orders =
          IntStream.rangeClosed(1, plan.buyers())
              .mapToObj(number ->
                  buyers.submit(() -> {
                    String order = buy(number);
                    sold.incrementAndGet();
                    return order;
                  }))
              .toList();
      try {
        while (!orders.stream().allMatch(Future::isDone)) {
          draw(sold.get(), start);
          RestSession.pause(REDRAW);
        }
        List<String> done = orders.stream().map(DemoSale::join).toList();
        draw(sold.get(), start);
        return done;
      } catch (DemoFailed failed) {
        buyers.shutdownNow();
        throw failed;
      }
    }
  }

  private void draw(int sold, Instant start) {
    console.progress("buying", sold, plan.buyers(), Duration.between(start, Instant.now()));
  }

  private String buy(int number) {
    RestSession buyer = people.register("buyer-" + plan.run() + "-" + number, "BUYER");
    return requireNonNull(show).buy(buyer, 1);
  }

  private static String join(Future<String> order) {
    try {
      return order.get();
    } catch (ExecutionException e) {
      throw new DemoFailed("a purchase failed: " + order.exceptionNow().getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailed("interrupted");
    }
  }
}
