package io.daybook.chain;

import io.daybook.chain.rpc.BlockHeader;
import io.daybook.chain.rpc.ChainGateway;
import io.daybook.chain.rpc.ChainLog;
import io.daybook.chain.rpc.RpcException;
import io.daybook.chain.rpc.RpcFailure;
import io.daybook.ticketing.chain.BlockHash;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the chain block by block and leaves none out.
 *
 * <p>Ranges are read only where nothing can change any more. Above that each block must continue
 * the one before, and its logs are asked for by its hash. When a block that was read is gone, the
 * follower goes back to the last that stayed, and on from there. Whatever fails is tried again;
 * nothing is skipped. Cursor, blocks, logs and the facts for the journal are written together.
 */
final class Follower {
  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
  private static final int MAX_RANGE = 2_000;
  private static final int BLOCKS_IN_A_STEP = 100;

  private final ChainGateway chain;
  private final Link link;
  private final Leadership leadership;
  private final Ports ports;
  private int range = 256;

  /** What the follower writes to. */
  record Ports(BlockTables blocks, Facts facts, Clock clock) {}

  Follower(ChainGateway chain, Link link, Leadership leadership, Ports ports) {
    this.chain = chain;
    this.link = link;
    this.leadership = leadership;
    this.ports = ports;
  }

  /** What a step found. */
  record Step(State state, BlockHeader head, Cursor cursor) {}

  /** What the follower does. */
  enum State {
    /** Reads blocks that are final already. */
    BACKFILL,
    /** Is at the newest block, or a few behind. */
    HEAD,
    /** Goes back, because blocks were replaced. */
    UNWINDING,
    /** Reads nothing more until a person has decided. */
    HALTED
  }

  /**
   * Reads what there is, up to a bound.
   *
   * @throws RpcException if the node could not be asked; the next step goes on where this one was
   */
  Step step() {
    BlockHeader head = chain.head();
    Cursor cursor = cursor();
    if (cursor.halted() != null) {
      return new Step(State.HALTED, head, cursor);
    }
    BlockHeader end = finalBlock(head);
    if (isViolated(cursor)) {
      return new Step(State.HALTED, head, cursor());
    }
    if (!isCanonical(cursor.number(), cursor.hash())) {
      unwind(cursor);
      return new Step(State.UNWINDING, head, cursor());
    }
    if (cursor.number() < end.number()) {
      backfill(cursor, end.number());
      return new Step(State.BACKFILL, head, cursor());
    }
    follow(cursor, head.number());
    finalise(end);
    return new Step(State.HEAD, head, cursor());
  }

  /** A node that does not tell is one whose chain we do not trust to be final anywhere. */
  private BlockHeader finalBlock(BlockHeader head) {
    return chain
        .finalized()
        .filter(end -> end.number() <= head.number())
        .orElseThrow(
            () -> new RpcException(RpcFailure.INCONSISTENT, "the node names no final block"));
  }

  private Cursor cursor() {
    return ports
        .blocks()
        .cursor()
        .orElseGet(() -> {
          BlockHeader before =
              chain
                  .block(link.firstBlock() - 1)
                  .orElseThrow(() ->
                      new RpcException(RpcFailure.INCONSISTENT, "no block before the contracts'"));
          leadership.write(() -> ports.blocks().begin(before));
          return ports.blocks().cursor().orElseThrow();
        });
  }

  private boolean isCanonical(long number, BlockHash hash) {
    return chain.block(number).filter(block -> block.hash().equals(hash)).isPresent();
  }

  /** A final block that is gone cannot be repaired here: what rests on it was told as certain. */
  private boolean isViolated(Cursor cursor) {
    Optional<BlockHeader> now = chain.block(cursor.finalNumber());
    if (now.isEmpty() || now.get().hash().equals(cursor.finalHash())) {
      // A node that lags behind has no such block yet.
      return false;
    }
    BlockHash found = now.get().hash();
    leadership.write(() -> {
      ports.facts().violated(new Fact.Violated(cursor.finalNumber(), cursor.finalHash(), found));
      ports.blocks().halt("finality violated at block " + cursor.finalNumber());
    });
    LOG.error("Final block {} of the chain changed; it is read no further", cursor.finalNumber());
    return true;
  }

  private void unwind(Cursor cursor) {
    BlockTables.BlockRow ancestor = ancestor(cursor);
    int depth = Math.toIntExact(cursor.number() - ancestor.number());
    leadership.write(() -> {
      List<SeenLog> gone = ports.blocks().logs(ancestor.number() + 1, cursor.number());
      ports.facts().withdrawn(gone);
      ports.blocks().orphan(ancestor.number());
      ports.blocks().move(cursor, ancestor.number(), ancestor.hash());
      ports.blocks().noteReorganisation(depth, ports.clock().instant());
      ports
          .facts()
          .reorganised(
              new Fact.Reorganised(depth, ancestor.number(), ancestor.hash(), cursor.hash()));
    });
    LOG.info("The chain replaced {} blocks above {}", depth, ancestor.number());
  }

  private BlockTables.BlockRow ancestor(Cursor cursor) {
    for (BlockTables.BlockRow block : ports.blocks().canonicalFrom(cursor.finalNumber() + 1)) {
      if (isCanonical(block.number(), block.hash())) {
        return block;
      }
    }
    return new BlockTables.BlockRow(cursor.finalNumber(), cursor.finalHash());
  }

  /**
   * Reads the chain again from the last block with logs that is as it was, although blocks above it
   * were final. What was told of those is withdrawn.
   *
   * @return the number of that block
   */
  long resume() {
    Cursor cursor = cursor();
    long above =
        ports.blocks().withLogs().stream()
            .filter(block -> isCanonical(block.number(), block.hash()))
            .findFirst()
            .map(BlockTables.BlockRow::number)
            .orElse(link.firstBlock() - 1);
    BlockHeader ancestor = block(above);
    leadership.write(() -> {
      ports.facts().retracted(ports.blocks().logs(above + 1, cursor.number()), above);
      ports.blocks().orphan(above);
      ports.blocks().restart(ancestor);
      int depth = Math.toIntExact(cursor.number() - above);
      ports.blocks().noteReorganisation(depth, ports.clock().instant());
      ports.facts().reorganised(new Fact.Reorganised(depth, above, ancestor.hash(), cursor.hash()));
    });
    return above;
  }

  private void backfill(Cursor cursor, long end) {
    long to = Math.min(end, cursor.number() + range);
    BlockHeader last = block(to);
    List<ChainLog> logs;
    try {
      logs = chain.logs(cursor.number() + 1, to, link.contracts());
    } catch (RpcException e) {
      if (range > 1) {
        range = range / 2;
      }
      throw e;
    }
    range = Math.min(MAX_RANGE, range * 2);
    List<SeenLog> seen = understood(logs);
    leadership.write(() -> {
      seen.forEach(ports.blocks()::add);
      ports.facts().seen(seen);
      ports.facts().finalised(ports.blocks().logs(cursor.finalNumber() + 1, to), this::seconds);
      ports.blocks().add(last);
      ports.blocks().move(cursor, to, last.hash());
      ports.blocks().finalise(last);
    });
  }

  private void follow(Cursor from, long head) {
    Cursor cursor = from;
    long last = Math.min(head, from.number() + BLOCKS_IN_A_STEP);
    for (long number = from.number() + 1; number <= last; number++) {
      BlockHeader block = block(number);
      if (!block.parent().equals(cursor.hash())) {
        return; // Replaced meanwhile: the next step goes back.
      }
      store(cursor, block, logs(block));
      cursor = new Cursor(number, block.hash(), cursor.finalNumber(), cursor.finalHash(), null);
    }
  }

  private List<SeenLog> logs(BlockHeader block) {
    boolean mayHold = link.contracts().stream().anyMatch(block::mayHoldLogsOf);
    if (!mayHold) {
      return List.of();
    }
    List<ChainLog> logs = chain.logs(block.hash(), link.contracts());
    if (logs.isEmpty() && !isCanonical(block.number(), block.hash())) {
      throw new RpcException(RpcFailure.INCONSISTENT, "block " + block.hash() + " is gone");
    }
    return understood(logs);
  }

  private void store(Cursor cursor, BlockHeader block, List<SeenLog> logs) {
    leadership.write(() -> {
      ports.blocks().add(block);
      logs.forEach(ports.blocks()::add);
      ports.facts().seen(logs);
      ports.blocks().move(cursor, block.number(), block.hash());
    });
  }

  /** The final block never goes back, whatever a node that lags behind says. */
  private void finalise(BlockHeader end) {
    Cursor cursor = cursor();
    if (end.number() <= cursor.finalNumber() || end.number() > cursor.number()) {
      return;
    }
    boolean isOurs =
        ports.blocks().canonicalFrom(end.number()).stream()
            .anyMatch(block -> block.hash().equals(end.hash()));
    if (!isOurs) {
      return; // Replaced meanwhile: the next step goes back.
    }
    leadership.write(() -> {
      List<SeenLog> logs = ports.blocks().logs(cursor.finalNumber() + 1, end.number());
      ports.facts().finalised(logs, this::seconds);
      ports.blocks().finalise(end);
    });
  }

  private long seconds(SeenLog log) {
    return ports
        .blocks()
        .seconds(log.place().blockHash())
        .orElseGet(() -> block(log.place().block()).time().getEpochSecond());
  }

  private BlockHeader block(long number) {
    return chain
        .block(number)
        .orElseThrow(() -> new RpcException(RpcFailure.INCONSISTENT, "no block " + number));
  }

  private List<SeenLog> understood(List<ChainLog> logs) {
    return logs.stream().flatMap(log -> SeenLog.of(log, link).stream()).toList();
  }
}
