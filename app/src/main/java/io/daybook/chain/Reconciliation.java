package io.daybook.chain;

import io.daybook.chain.Break.Category;
import io.daybook.chain.contract.TicketContract;
import io.daybook.chain.rpc.ChainGateway;
import io.daybook.chain.rpc.RpcException;
import io.daybook.chain.rpc.RpcFailure;
import io.daybook.ticketing.chain.TokenId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares three witnesses of each token at one final block: what the journal asks for, what the
 * logs add up to, and what the contract answers. The same block gives the same result.
 */
final class Reconciliation {
  private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final String NO_CONTRACT_YET = "0x";
  private static final String NONE = "none";
  private static final String BURNED = "burned";

  private final ChainGateway chain;
  private final Link link;
  private final ReconciliationTable table;
  private Instant next = Instant.MIN;

  Reconciliation(ChainGateway chain, Link link, ReconciliationTable table) {
    this.chain = chain;
    this.link = link;
    this.table = table;
  }

  /**
   * One token as it is expected and as the logs have it.
   *
   * @param isPending whether something with it is under way
   * @param isToBeBurned whether the journal asked for its end
   * @param owner absent if the logs never saw it, or saw its end
   */
  record Token(
      TokenId id,
      @Nullable String ticket,
      @Nullable String commitment,
      boolean isPending,
      boolean isToBeBurned,
      @Nullable String owner,
      boolean isBurned,
      @Nullable String said) {
    String expected() {
      if (ticket == null) {
        return NONE;
      }
      return isToBeBurned ? BURNED : "minted";
    }

    String inLogs() {
      return isBurned ? BURNED : Objects.requireNonNullElse(owner, NONE);
    }
  }

  /** Compares everything if it is time, and keeps what was found. */
  void step(Cursor cursor, Leadership leadership, Instant now) {
    if (now.isBefore(next)) {
      return;
    }
    next = now.plus(INTERVAL);
    Reconciled result = run(cursor);
    leadership.write(() -> table.store(result, now));
    if (!result.breaks().isEmpty()) {
      LOG.error("{} tokens are not on the chain as they should be", result.breaks().size());
    }
  }

  /** Compares everything as of the last final block. */
  Reconciled run(Cursor cursor) {
    int matched = 0;
    int pending = 0;
    var breaks = new ArrayList<Break>();
    for (Token token : table.tokens(cursor.finalNumber())) {
      String onChain = onChain(token.id(), cursor.finalNumber());
      Optional<Category> category = category(token, onChain);
      if (token.isPending()) {
        pending++;
      } else if (category.isEmpty()) {
        matched++;
      } else {
        breaks.add(
            new Break(
                category.get(),
                token.id(),
                token.ticket(),
                token.expected(),
                token.inLogs(),
                onChain));
      }
    }
    return new Reconciled(cursor.finalNumber(), cursor.finalHash(), matched, pending, breaks);
  }

  private String onChain(TokenId token, long block) {
    var contract = link.tickets();
    String burned = chain.call(contract.address(), contract.burned(token), block);
    if (burned.equals(NO_CONTRACT_YET)) {
      return NONE;
    }
    if (TicketContract.isTrue(burned)) {
      return BURNED;
    }
    try {
      return TicketContract.owner(chain.call(contract.address(), contract.ownerOf(token), block))
          .value();
    } catch (RpcException e) {
      if (e.failure() == RpcFailure.REVERTED) {
        return NONE;
      }
      throw e;
    }
  }

  private static Optional<Category> category(Token token, String onChain) {
    if (token.ticket() == null) {
      return Optional.of(Category.UNEXPECTED_ON_CHAIN);
    }
    if (token.isToBeBurned() != onChain.equals(BURNED)) {
      return Optional.of(
          onChain.equals(NONE) ? Category.MISSING_ON_CHAIN : Category.REVOKE_MISMATCH);
    }
    if (onChain.equals(NONE)) {
      return Optional.of(Category.MISSING_ON_CHAIN);
    }
    if (!token.inLogs().equals(onChain)) {
      return Optional.of(Category.OWNER_MISMATCH);
    }
    return Objects.equals(token.commitment(), token.said())
        ? Optional.empty()
        : Optional.of(Category.HASH_MISMATCH);
  }
}
