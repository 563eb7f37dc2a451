package io.daybook.chain;

import io.daybook.ticketing.chain.Commitment;
import io.daybook.ticketing.show.ShowId;
import io.daybook.ticketing.ticket.TicketId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the journal asks of the chain, waiting for it. */
final class OrderTable {
  private final JdbcClient jdbc;

  OrderTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Something that a ticket needs on the chain. */
  sealed interface Order {
    /** Returns the ticket that needs it. */
    TicketId ticket();

    /** A token. */
    record Mint(TicketId ticket, ShowId show, Commitment commitment) implements Order {}

    /** The end of its token. */
    record Burn(TicketId ticket) implements Order {}
  }

  /** An order and its place in the queue. */
  record Waiting(long seq, Order order) {}

  void add(Order order) {
    switch (order) {
      case Order.Mint(TicketId ticket, ShowId show, Commitment commitment) ->
          jdbc.sql(
                  """
                  insert into chain.orders (ticket_id, act, show_id, commitment)
                  values (?, 'MINT', ?, ?) on conflict (ticket_id, act) do nothing\
                  """)
              .params(ticket.value(), show.value(), commitment.value())
              .update();
      case Order.Burn(TicketId ticket) ->
          jdbc.sql(
                  """
                  insert into chain.orders (ticket_id, act)
                  values (?, 'BURN') on conflict (ticket_id, act) do nothing\
                  """)
              .param(ticket.value())
              .update();
    }
  }

  List<Waiting> first(int count) {
    return jdbc.sql("select * from chain.orders order by seq limit ?")
        .param(count)
        .query((row, _) -> {
          var ticket = new TicketId(row.getString("ticket_id"));
          Order order =
              row.getString("act").equals("BURN")
                  ? new Order.Burn(ticket)
                  : new Order.Mint(
                      ticket,
                      new ShowId(row.getString("show_id")),
                      new Commitment(row.getString("commitment")));
          return new Waiting(row.getLong("seq"), order);
        })
        .list();
  }

  long size() {
    return jdbc.sql("select count(*) from chain.orders").query(Long.class).single();
  }

  void remove(long seq) {
    jdbc.sql("delete from chain.orders where seq = ?").param(seq).update();
  }
}
