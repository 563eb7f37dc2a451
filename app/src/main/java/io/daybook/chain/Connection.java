package io.daybook.chain;

import io.daybook.chain.rpc.BlockHeader;
import io.daybook.chain.rpc.ChainGateway;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The journal and a chain, joined: reads, tells, orders, sends. */
final class Connection implements AutoCloseable {
  private final Node node;
  private final Leadership leadership;
  private final Parts parts;

  /** What a turn goes through. */
  record Parts(
      Orders orders,
      Follower follower,
      OutboxPublisher publisher,
      Anchoring anchoring,
      Lane lane,
      RemedyDuty remedies,
      Reconciliation reconciliation) {}

  Connection(Node node, Leadership leadership, Parts parts) {
    this.node = node;
    this.leadership = leadership;
    this.parts = parts;
  }

  /**
   * One turn of everything.
   *
   * @return what was seen; another turn should follow at once unless it is at the head
   */
  Observation turn(Clock clock) {
    if (!node.isRunning()) {
      throw new IllegalStateException("the chain's node has ended");
    }
    parts.remedies().step();
    Follower.Step step = parts.follower().step();
    publish();
    if (step.state() == Follower.State.HEAD) {
      parts.orders().take();
      parts.anchoring().step();
      parts.lane().step();
      parts.reconciliation().step(step.cursor(), leadership, clock.instant());
    }
    return new Observation(
        step.state(),
        clock.instant(),
        oldestUnread(step),
        step.head().number(),
        step.head().time(),
        false,
        null);
  }

  private void publish() {
    while (parts.publisher().publish() > 0) {
      // Until nothing waits.
    }
  }

  private @Nullable Instant oldestUnread(Follower.Step step) {
    ChainGateway chain = node.gateway();
    if (step.cursor().number() >= step.head().number()) {
      return null;
    }
    return chain.block(step.cursor().number() + 1).map(BlockHeader::time).orElse(null);
  }

  @Override
  public void close() {
    node.close();
  }
}
