package io.daybook.feed.webhook;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Posts messages: to checked addresses alone, without redirects, cookies or proxies, and within a
 * time that a slow endpoint cannot stretch. Of the answer only its head is read.
 */
final class WebhookSender implements AutoCloseable {
  private static final int MAX_CONNECTIONS = 256;
  private static final int MAX_CONNECTIONS_OF_ONE = 16;
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

  private final CloseableHttpClient http;
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("webhook-time").factory());
  private final Duration timeout;
  private final Clock clock;

  WebhookSender(Destinations destinations, Duration timeout, Clock clock) {
    this.timeout = timeout;
    this.clock = clock;
    var patience = Timeout.of(timeout);
    this.http =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(destinations)
                    .setMaxConnTotal(MAX_CONNECTIONS)
                    .setMaxConnPerRoute(MAX_CONNECTIONS_OF_ONE)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(patience)
                            .setSocketTimeout(patience)
                            .build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(patience)
                    .setConnectionRequestTimeout(patience)
                    .build())
            .setConnectionReuseStrategy((_, _, _) -> false)
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .setUserAgent("Daybook")
            .build();
  }

  /** Makes one attempt. */
  Outcome send(String url, String id, List<byte[]> secrets, byte[] body) {
    URI uri = URI.create(url);
    Instant now = clock.instant();
    var post = new HttpPost(uri);
    post.setHeader("webhook-id", id);
    post.setHeader("webhook-timestamp", Long.toString(now.getEpochSecond()));
    post.setHeader("webhook-signature", Signatures.of(secrets, id, now, body));
    post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    ScheduledFuture<?> deadline =
        deadlines.schedule(post::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
    try (var response = http.executeOpen(HttpHost.create(uri), post, null)) {
      return Outcome.answered(response.getCode(), retryAfter(response));
    } catch (IOException | IllegalStateException e) {
      return Outcome.failed(
          post.isCancelled() ? "no answer within " + timeout.toSeconds() + " s" : reason(e));
    } finally {
      deadline.cancel(false);
    }
  }

  private static String reason(Exception failure) {
    String text = failure.getClass().getSimpleName() + ": " + failure.getMessage();
    return text.replace('\0', ' ').substring(0, Math.min(text.length(), 200));
  }

  private static @Nullable Duration retryAfter(HttpResponse response) {
    @Nullable Header header = response.getFirstHeader("Retry-After");
    return header != null
            && header.getValue() != null
            && SECONDS.matcher(header.getValue()).matches()
        ? Duration.ofSeconds(Long.parseLong(header.getValue()))
        : null;
  }

  @Override
  public void close() throws IOException {
    deadlines.shutdownNow();
    http.close();
  }
}
