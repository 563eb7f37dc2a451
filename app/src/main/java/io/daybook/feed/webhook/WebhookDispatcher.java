package io.daybook.feed.webhook;

import io.daybook.feed.ChangeFeed;
import io.daybook.feed.webhook.WebhookCommand.DisableWebhook;
import io.daybook.ledger.CommandSender;
import io.daybook.recorder.CommandContext;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Keeps every endpoint served by a thread of its own, so that a slow one delays no other; messages
 * about different resources go side by side, those about one resource in their order.
 */
class WebhookDispatcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookDispatcher.class);
  private static final int SIDE_BY_SIDE = 8;

  private final Webhooks webhooks;
  private final WebhookQueue queue;
  private final Post post;
  private final WebhookProperties properties;
  private final RetryPlan plan;
  private final Set<WebhookId> served = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** What sending a message takes. */
  record Post(
      ChangeFeed feed, WebhookSecrets secrets, WebhookSender sender, CommandSender commands) {}

  WebhookDispatcher(
      Webhooks webhooks, WebhookQueue queue, Post post, WebhookProperties properties) {
    this.webhooks = webhooks;
    this.queue = queue;
    this.post = post;
    this.properties = properties;
    this.plan = new RetryPlan(properties.retries());
  }

  @Scheduled(fixedDelay = 250)
  void serve() {
    try {
      for (WebhookView webhook : webhooks.enabled()) {
        if (served.add(webhook.id())) {
          threads.execute(() -> serve(webhook));
        }
      }
    } catch (RuntimeException e) {
      LOG.warn("Webhooks wait for another attempt: {}", e.toString());
    }
  }

  @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
  void forget() {
    queue.forget(properties.log());
  }

  private void serve(WebhookView webhook) {
    try {
      queue.fill(webhook);
      List<Message> due = claim(webhook);
      while (!due.isEmpty()) {
        sendAll(webhook, due);
        due = isEnabled(webhook) ? claim(webhook) : List.of();
      }
    } catch (RuntimeException e) {
      // Whatever was claimed is sent again when its claim has ended.
      LOG.warn("Webhook {} waits for another attempt: {}", webhook.id(), e.toString());
    } finally {
      served.remove(webhook.id());
    }
  }

  private boolean isEnabled(WebhookView webhook) {
    return webhooks
        .find(webhook.id())
        .filter(now -> now.state() == WebhookView.State.ENABLED)
        .isPresent();
  }

  private List<Message> claim(WebhookView webhook) {
    Duration length = properties.timeout().plusSeconds(30);
    return queue.claim(webhook.id(), SIDE_BY_SIDE, length);
  }

  private void sendAll(WebhookView webhook, List<Message> messages) {
    List<byte[]> secrets = post.secrets().current(webhook.id());
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      messages.forEach(message -> senders.execute(() -> send(webhook, message, secrets)));
    }
  }

  private void send(WebhookView webhook, Message message, List<byte[]> secrets) {
    try {
      attempt(webhook, message, secrets);
    } catch (RuntimeException e) {
      // What is not noted is sent again when its claim has ended.
      LOG.warn("Message {} waits for another attempt: {}", message.id(), e.toString());
    }
  }

  private void attempt(WebhookView webhook, Message message, List<byte[]> secrets) {
    byte[] body = MessageBody.of(post.feed().find(message.position()).orElseThrow());
    Outcome outcome = post.sender().send(webhook.url(), message.id(), secrets, body);
    if (outcome.isDelivered()) {
      queue.delivered(message, outcome);
      return;
    }
    @Nullable Duration pause = plan.pause(message.attempts() + 1, outcome.retryAfter());
    queue.failed(message, outcome, pause);
    if (outcome.isGone()) {
      disable(webhook, DisableCause.GONE);
    } else if (pause == null) {
      disable(webhook, DisableCause.UNREACHABLE);
    }
  }

  private void disable(WebhookView webhook, DisableCause cause) {
    LOG.warn("Webhook {} is disabled: {}", webhook.id(), cause);
    CommandContext.of("webhooks", "system")
        .call(() -> {
          post.commands().send(new DisableWebhook(webhook.id(), cause));
          return cause;
        });
  }

  /** Lets the attempts that run end by themselves; what they have not noted is sent again. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
