package io.daybook.chain;

import io.daybook.chain.rpc.BlockHeader;
import io.daybook.ticketing.chain.BlockHash;
import io.daybook.ticketing.chain.Place;
import io.daybook.ticketing.chain.TokenId;
import io.daybook.ticketing.chain.TxHash;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was read of the chain. Rows of orphaned blocks stay, marked as such. */
final class BlockTables {
  private final JdbcClient jdbc;

  BlockTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Cursor> cursor() {
    return jdbc.sql("select * from chain.cursor")
        .query((row, _) ->
            new Cursor(
                row.getLong("number"),
                new BlockHash(row.getString("hash")),
                row.getLong("finalized_number"),
                new BlockHash(row.getString("finalized_hash")),
                row.getString("halted")))
        .optional();
  }

  /** Starts behind a block that holds nothing of ours. */
  void begin(BlockHeader block) {
    jdbc.sql(
            """
            insert into chain.cursor (number, hash, finalized_number, finalized_hash)
            values (?, ?, ?, ?)\
            """)
        .params(block.number(), block.hash().value(), block.number(), block.hash().value())
        .update();
  }

  /** Moves the cursor from where it must be. */
  void move(Cursor from, long number, BlockHash hash) {
    int moved =
        jdbc.sql("update chain.cursor set number = ?, hash = ? where number = ? and hash = ?")
            .params(number, hash.value(), from.number(), from.hash().value())
            .update();
    if (moved != 1) {
      throw new IllegalStateException("the cursor is not at block " + from.number());
    }
  }

  void finalise(BlockHeader block) {
    jdbc.sql("update chain.cursor set finalized_number = ?, finalized_hash = ?")
        .params(block.number(), block.hash().value())
        .update();
    jdbc.sql("delete from chain.blocks where canonical and number < ?")
        .param(block.number())
        .update();
  }

  /** Goes back to a block as if nothing above it had ever been final. */
  void restart(BlockHeader block) {
    jdbc.sql(
            """
            update chain.cursor
            set number = ?, hash = ?, finalized_number = ?, finalized_hash = ?, halted = null\
            """)
        .params(block.number(), block.hash().value(), block.number(), block.hash().value())
        .update();
  }

  /** Returns the blocks that hold logs and are taken for part of the chain, newest first. */
  List<BlockRow> withLogs() {
    return jdbc.sql(
            """
            select distinct block_number, block_hash from chain.logs where canonical
            order by block_number desc\
            """)
        .query((row, _) -> new BlockRow(row.getLong(1), new BlockHash(row.getString(2))))
        .list();
  }

  void noteReorganisation(int depth, Instant at) {
    jdbc.sql("update chain.cursor set reorganised_at = ?, reorganised_depth = ?")
        .params(Timestamp.from(at), depth)
        .update();
  }

  void halt(String reason) {
    jdbc.sql("update chain.cursor set halted = ?").param(reason).update();
  }

  void add(BlockHeader block) {
    jdbc.sql(
            """
            insert into chain.blocks (hash, number, seconds, canonical) values (?, ?, ?, true)
            on conflict (hash) do update set canonical = true\
            """)
        .params(block.hash().value(), block.number(), block.time().getEpochSecond())
        .update();
  }

  void add(SeenLog log) {
    TokenId token = log.token();
    jdbc.sql(
            """
            insert into chain.logs (block_hash, log_index, block_number, tx_hash, kind, token_id,
              owner, word, size, canonical)
            values (:block, :index, :number, :transaction, :kind, :token, :owner, :word, :size,
              true)
            on conflict (block_hash, log_index) do update set canonical = true\
            """)
        .param("block", log.place().blockHash().value())
        .param("index", log.place().logIndex())
        .param("number", log.place().block())
        .param("transaction", log.place().transaction().value())
        .param("kind", log.kind().name())
        .param("token", token == null ? null : token.number())
        .param("owner", log.owner())
        .param("word", log.word())
        .param("size", log.size())
        .update();
  }

  /** Returns the blocks above {@code number} that are taken for part of the chain, newest first. */
  List<BlockRow> canonicalFrom(long number) {
    return jdbc.sql(
            """
            select number, hash from chain.blocks where canonical and number >= ?
            order by number desc\
            """)
        .param(number)
        .query((row, _) -> new BlockRow(row.getLong(1), new BlockHash(row.getString(2))))
        .list();
  }

  /** A block that was read. */
  record BlockRow(long number, BlockHash hash) {}

  Optional<Long> seconds(BlockHash block) {
    return jdbc.sql("select seconds from chain.blocks where hash = ?")
        .param(block.value())
        .query(Long.class)
        .optional();
  }

  void orphan(long above) {
    jdbc.sql("update chain.blocks set canonical = false where canonical and number > ?")
        .param(above)
        .update();
    jdbc.sql("update chain.logs set canonical = false where canonical and block_number > ?")
        .param(above)
        .update();
  }

  /** Returns the logs of blocks from {@code from} to {@code to}, both inclusive, in order. */
  List<SeenLog> logs(long from, long to) {
    return jdbc.sql(
            """
            select * from chain.logs where canonical and block_number between ? and ?
            order by block_number, log_index\
            """)
        .params(from, to)
        .query((row, _) -> log(row))
        .list();
  }

  private static SeenLog log(ResultSet row) throws SQLException {
    @Nullable BigDecimal token = row.getBigDecimal("token_id");
    long number = row.getLong("size");
    @Nullable Long size = row.wasNull() ? null : number;
    return new SeenLog(
        SeenLog.Kind.valueOf(row.getString("kind")),
        new Place(
            row.getLong("block_number"),
            new BlockHash(row.getString("block_hash")),
            new TxHash(row.getString("tx_hash")),
            row.getInt("log_index")),
        token == null ? null : TokenId.of(token.toBigInteger()),
        row.getString("owner"),
        row.getString("word"),
        size);
  }
}
