package io.daybook.feed.webhook;

/**
 * A message that is to be sent now.
 *
 * @param id what {@code webhook-id} says
 * @param position of the fact that it tells
 * @param attempts how often it was tried before
 */
record Message(WebhookId webhook, long position, String id, int attempts) {}
