package io.daybook.chain;

import io.daybook.ticketing.chain.TokenId;
import io.daybook.ticketing.ticket.TicketId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells how the tokens of tickets stand, as far as the chain was read. */
public final class TicketTokens {
  private final JdbcClient jdbc;
  private final ChainMonitor monitor;

  TicketTokens(JdbcClient jdbc, ChainMonitor monitor) {
    this.jdbc = jdbc;
    this.monitor = monitor;
  }

  /** How far a token is. */
  public enum State {
    /** Is under way. */
    ORDERED,
    /** Is in a block that may still be replaced. */
    MINTED,
    /** Is there for good. */
    FINAL,
    /** Was there, and its ticket is void. */
    BURNED
  }

  /**
   * A token as of a block.
   *
   * @param asOfBlock the newest block that was read; absent before the first
   */
  public record Standing(TokenId id, State state, @Nullable Long asOfBlock) {}

  private record Row(TicketId ticket, Standing standing) {}

  /** Returns what people are told of the chain now, as one word of ASCII letters. */
  public String sync() {
    return monitor.sync().name();
  }

  /** Returns the tokens of those tickets that have one. */
  public Map<TicketId, Standing> of(Collection<TicketId> tickets) {
    if (tickets.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(
            """
            select t.ticket_id, t.token_id, (select number from chain.cursor) as cursor,
              coalesce(bool_or(l.kind = 'MINTED'), false) as minted,
              coalesce(bool_or(l.kind = 'MINTED' and l.block_number
                <= (select finalized_number from chain.cursor)), false) as final,
              coalesce(bool_or(l.kind = 'BURNED'), false) as burned
            from chain.tokens t
            left join chain.logs l on l.token_id = t.token_id and l.canonical
            where t.ticket_id in (:tickets)
            group by t.ticket_id, t.token_id\
            """)
        .param("tickets", tickets.stream().map(TicketId::value).toList())
        .query((row, _) -> row(row))
        .list()
        .stream()
        .collect(Collectors.toMap(Row::ticket, Row::standing));
  }

  /** Returns the token of a ticket; absent if it has none yet. */
  public Optional<Standing> of(TicketId ticket) {
    return Optional.ofNullable(of(List.of(ticket)).get(ticket));
  }

  private static Row row(ResultSet row) throws SQLException {
    long number = row.getLong("cursor");
    @Nullable Long cursor = row.wasNull() ? null : number;
    return new Row(
        new TicketId(row.getString("ticket_id")),
        new Standing(TokenId.of(row.getBigDecimal("token_id").toBigInteger()), state(row), cursor));
  }

  private static State state(ResultSet row) throws SQLException {
    if (row.getBoolean("burned")) {
      return State.BURNED;
    }
    if (row.getBoolean("final")) {
      return State.FINAL;
    }
    return row.getBoolean("minted") ? State.MINTED : State.ORDERED;
  }
}
