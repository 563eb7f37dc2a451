package io.daybook.chain;

import io.daybook.chain.OrderTable.Order;
import io.daybook.chain.contract.TokenIds;
import io.daybook.ledger.CommandSender;
import io.daybook.recorder.CommandContext;
import io.daybook.ticketing.chain.TokenCommand.RequestBurn;
import io.daybook.ticketing.chain.TokenCommand.RequestMint;
import io.daybook.ticketing.chain.TokenId;
import io.daybook.ticketing.chain.TokenKey;
import java.util.List;
import java.util.Optional;

/**
 * Turns orders into tokens of the journal and into what is sent.
 *
 * <p>The journal notes the token first. Whatever is repeated after a crash has the same ids and
 * changes nothing.
 */
final class Orders {
  private static final int BATCH = 200;
  private static final CommandContext ORDERS = CommandContext.of("chain-orders", "chain");

  private final Link link;
  private final Leadership leadership;
  private final CommandSender commands;
  private final Tables tables;

  /** What orders are made into. */
  record Tables(OrderTable orders, TokenTable tokens, Intents intents) {}

  Orders(Link link, Leadership leadership, CommandSender commands, Tables tables) {
    this.link = link;
    this.leadership = leadership;
    this.commands = commands;
    this.tables = tables;
  }

  /** Takes what waits, up to a batch; returns how many orders it took. */
  int take() {
    List<OrderTable.Waiting> waiting = tables.orders().first(BATCH);
    for (OrderTable.Waiting next : waiting) {
      switch (next.order()) {
        case Order.Mint mint -> take(next.seq(), mint);
        case Order.Burn burn -> take(next.seq(), burn);
      }
    }
    return waiting.size();
  }

  private void take(long seq, Order.Mint order) {
    TokenId id =
        TokenIds.of(link.chainId(), link.tickets().address(), order.show(), order.ticket());
    var token =
        new TokenTable.Row(
            TokenKey.of(order.ticket(), link.chainId(), link.tickets().address()),
            order.ticket(),
            id,
            order.commitment());
    send(
        new RequestMint(
            token.token(),
            order.ticket(),
            link.chainId(),
            link.tickets().address(),
            id,
            order.commitment()));
    leadership.write(() -> {
      tables.tokens().add(token);
      tables
          .intents()
          .add(
              "mint:" + token.token(),
              Intent.Kind.MINT,
              link.tickets().mint(id, order.commitment()));
      tables.orders().remove(seq);
    });
  }

  /** A nonce later than that of its mint, so the burn never comes first. */
  private void take(long seq, Order.Burn order) {
    Optional<TokenTable.Row> token = tables.tokens().find(order.ticket());
    token.ifPresent(row -> send(new RequestBurn(row.token())));
    leadership.write(() -> {
      token.ifPresent(row ->
          tables
              .intents()
              .add("revoke:" + row.token(), Intent.Kind.REVOKE, link.tickets().revoke(row.id())));
      tables.orders().remove(seq);
    });
  }

  private void send(Object command) {
    ORDERS.call(() -> {
      commands.send(command);
      return command;
    });
  }
}
