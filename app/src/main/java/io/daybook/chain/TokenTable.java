package io.daybook.chain;

import io.daybook.ticketing.chain.Commitment;
import io.daybook.ticketing.chain.TokenId;
import io.daybook.ticketing.chain.TokenKey;
import io.daybook.ticketing.ticket.TicketId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tokens that the journal asked for. */
final class TokenTable {
  private final JdbcClient jdbc;

  TokenTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A token that was asked for. */
  record Row(TokenKey token, TicketId ticket, TokenId id, Commitment commitment) {}

  /** Adds a token; returns whether it is new. */
  boolean add(Row token) {
    return jdbc.sql(
                """
                insert into chain.tokens (token_key, ticket_id, token_id, commitment)
                values (?, ?, ?, ?) on conflict (token_key) do nothing\
                """)
            .params(
                token.token().value(),
                token.ticket().value(),
                token.id().number(),
                token.commitment().value())
            .update()
        == 1;
  }

  Optional<Row> find(TokenId id) {
    return jdbc.sql("select * from chain.tokens where token_id = ?")
        .param(id.number())
        .query((row, _) -> token(row))
        .optional();
  }

  Optional<Row> find(TicketId ticket) {
    return jdbc.sql("select * from chain.tokens where ticket_id = ?")
        .param(ticket.value())
        .query((row, _) -> token(row))
        .optional();
  }

  private static Row token(ResultSet row) throws SQLException {
    return new Row(
        new TokenKey(row.getString("token_key")),
        new TicketId(row.getString("ticket_id")),
        TokenId.of(row.getBigDecimal("token_id").toBigInteger()),
        new Commitment(row.getString("commitment")));
  }
}
