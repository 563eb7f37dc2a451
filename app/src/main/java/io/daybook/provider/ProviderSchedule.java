package io.daybook.provider;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/** Keeps the simulator's webhooks and our inbox moving. */
class ProviderSchedule {
  private static final Logger LOG = LoggerFactory.getLogger(ProviderSchedule.class);

  private final WebhookDelivery delivery;
  private final ProviderInbox inbox;
  private final Environment environment;

  ProviderSchedule(WebhookDelivery delivery, ProviderInbox inbox, Environment environment) {
    this.delivery = delivery;
    this.inbox = inbox;
    this.environment = environment;
  }

  @Scheduled(fixedDelay = 50)
  void deliver() {
    if (environment.containsProperty("local.server.port")) {
      retryLater(delivery::deliverDue);
    }
  }

  @Scheduled(fixedDelay = 2_000)
  void catchUp() {
    retryLater(inbox::processWaiting);
  }

  /** The database may be away for a while; the next turn tries again. */
  private static void retryLater(Runnable work) {
    try {
      work.run();
    } catch (DataAccessException e) {
      LOG.warn("The payment provider's tables are not to be reached: {}", e.toString());
    }
  }
}
