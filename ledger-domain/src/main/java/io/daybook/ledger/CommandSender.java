package io.daybook.ledger;

/**
 * Sends commands to aggregates and waits for their outcome: the port through which processes act.
 */
@FunctionalInterface
public interface CommandSender {
  /**
   * Sends {@code command} and returns when its events are durable.
   *
   * @throws CommandRefused if the aggregate refuses it; nothing was written then
   */
  void send(Object command);
}
