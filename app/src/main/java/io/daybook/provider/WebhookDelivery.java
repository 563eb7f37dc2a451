package io.daybook.provider;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The simulated provider's sender: posts each webhook when it is due until it is answered 200. */
final class WebhookDelivery {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookDelivery.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final long MAX_BACK_OFF_MILLIS = 60_000;
  private static final int BATCH = 64;

  private final JdbcClient database;
  private final WebhookSignature signature;
  private final Clock clock;
  private final Duration retryDelay;
  private final Supplier<URI> target;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(TIMEOUT).version(HttpClient.Version.HTTP_1_1).build();

  WebhookDelivery(
      JdbcClient database,
      WebhookSignature signature,
      Clock clock,
      Duration retryDelay,
      Supplier<URI> target) {
    this.database = database;
    this.signature = signature;
    this.clock = clock;
    this.retryDelay = retryDelay;
    this.target = target;
  }

  private record Delivery(String eventId, int copy, String body, int lostAttempts, int attempts) {}

  /** Sends every webhook that is due now, side by side, and returns how many there were. */
  int deliverDue() {
    List<Delivery> due =
        database
            .sql(
                """
                select event_id, copy, body, lost_attempts, attempts from simulator.deliveries
                where delivered_at is null and due_at <= ? order by due_at limit ?\
                """)
            .params(Timestamp.from(clock.instant()), BATCH)
            .query((row, number) ->
                new Delivery(
                    row.getString(1),
                    row.getInt(2),
                    row.getString(3),
                    row.getInt(4),
                    row.getInt(5)))
            .list();
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      due.forEach(delivery -> senders.execute(() -> deliver(delivery)));
    }
    return due.size();
  }

  private void deliver(Delivery delivery) {
    boolean lost = delivery.attempts() < delivery.lostAttempts();
    boolean taken = !lost && post(delivery);
    Instant now = clock.instant();
    long backOff =
        Math.min(MAX_BACK_OFF_MILLIS, retryDelay.toMillis() << Math.min(16, delivery.attempts()));
    database
        .sql(
            """
            update simulator.deliveries
            set attempts = attempts + 1, due_at = ?, delivered_at = ?
            where event_id = ? and copy = ?\
            """)
        .param(Timestamp.from(now.plusMillis(backOff)))
        .param(taken ? Timestamp.from(now) : null)
        .param(delivery.eventId())
        .param(delivery.copy())
        .update();
  }

  private boolean post(Delivery delivery) {
    byte[] body = delivery.body().getBytes(StandardCharsets.UTF_8);
    Instant now = clock.instant();
    var request =
        HttpRequest.newBuilder(target.get())
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .header("Webhook-Id", delivery.eventId())
            .header("Webhook-Timestamp", Long.toString(now.getEpochSecond()))
            .header("Webhook-Signature", signature.sign(delivery.eventId(), now, body))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      LOG.debug("Webhook {} was not taken, it will be repeated", delivery.eventId(), e);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
