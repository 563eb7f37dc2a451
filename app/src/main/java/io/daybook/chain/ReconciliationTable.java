package io.daybook.chain;

import io.daybook.chain.Reconciliation.Token;
import io.daybook.ticketing.chain.BlockHash;
import io.daybook.ticketing.chain.TokenId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the journal asks for and what the logs add up to, side by side. */
final class ReconciliationTable {
  private final JdbcClient jdbc;

  ReconciliationTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns every token that was ordered or seen, by id, as the logs up to a block have it. */
  List<Token> tokens(long block) {
    return jdbc.sql(
            """
            with seen as (
              select token_id,
                (array_agg(owner order by block_number desc, log_index desc)
                  filter (where kind in ('MINTED', 'MOVED')))[1] as owner,
                bool_or(kind = 'BURNED') as burned,
                (array_agg(word order by block_number desc, log_index desc)
                  filter (where kind = 'COMMITTED'))[1] as said
              from chain.logs
              where canonical and token_id is not null and block_number <= :block
              group by token_id
            )
            select coalesce(t.token_id, s.token_id) as token_id, t.ticket_id, t.commitment,
              exists (
                select 1 from chain.intents i
                where i.intent_id in ('mint:' || t.token_key, 'revoke:' || t.token_key)
                  and i.state not in ('FINAL', 'FAILED', 'CANCELLED')
              ) as pending,
              exists (
                select 1 from chain.intents i where i.intent_id = 'revoke:' || t.token_key
              ) as to_be_burned,
              s.owner, coalesce(s.burned, false) as burned, s.said
            from chain.tokens t full join seen s on s.token_id = t.token_id
            order by 1\
            """)
        .param("block", block)
        .query((row, _) ->
            new Token(
                TokenId.of(row.getBigDecimal("token_id").toBigInteger()),
                row.getString("ticket_id"),
                row.getString("commitment"),
                row.getBoolean("pending"),
                row.getBoolean("to_be_burned"),
                row.getString("owner"),
                row.getBoolean("burned"),
                row.getString("said")))
        .list();
  }

  /** Keeps a result; the same block is compared once. */
  void store(Reconciled result, Instant at) {
    int stored =
        jdbc.sql(
                """
                insert into chain.reconciliations (block_number, block_hash, compared_at, matched,
                  pending)
                values (?, ?, ?, ?, ?) on conflict do nothing\
                """)
            .params(
                result.block(),
                result.blockHash().value(),
                Timestamp.from(at),
                result.matched(),
                result.pending())
            .update();
    if (stored == 1) {
      result.breaks().forEach(found -> store(result.block(), found));
    }
  }

  private void store(long block, Break found) {
    jdbc.sql(
            """
            insert into chain.breaks (block_number, token_id, category, ticket_id, expected,
              in_logs, on_chain)
            values (:block, :token, :category, :ticket, :expected, :logs, :chain)\
            """)
        .param("block", block)
        .param("token", found.token().number())
        .param("category", found.category().name())
        .param("ticket", found.ticket())
        .param("expected", found.expected())
        .param("logs", found.inLogs())
        .param("chain", found.onChain())
        .update();
  }

  /** Returns the newest result, absent before the first. */
  Optional<Reconciled> newest() {
    return jdbc.sql("select max(block_number) from chain.reconciliations")
        .query(Long.class)
        .optional()
        .flatMap(this::find);
  }

  /** Returns the result at a block, absent if nothing was compared there. */
  Optional<Reconciled> find(long block) {
    return jdbc.sql("select * from chain.reconciliations where block_number = ?")
        .param(block)
        .query((row, _) ->
            new Reconciled(
                row.getLong("block_number"),
                new BlockHash(row.getString("block_hash")),
                row.getInt("matched"),
                row.getInt("pending"),
                breaks(row.getLong("block_number"))))
        .optional();
  }

  private List<Break> breaks(long block) {
    return jdbc.sql("select * from chain.breaks where block_number = ? order by token_id")
        .param(block)
        .query((row, _) ->
            new Break(
                Break.Category.valueOf(row.getString("category")),
                TokenId.of(row.getBigDecimal("token_id").toBigInteger()),
                row.getString("ticket_id"),
                row.getString("expected"),
                row.getString("in_logs"),
                row.getString("on_chain")))
        .list();
  }
}
