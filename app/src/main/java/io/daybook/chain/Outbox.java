package io.daybook.chain;

import io.daybook.ticketing.chain.BlockHash;
import io.daybook.ticketing.chain.Commitment;
import io.daybook.ticketing.chain.Place;
import io.daybook.ticketing.chain.TokenId;
import io.daybook.ticketing.chain.TokenKey;
import io.daybook.ticketing.chain.TxHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Facts on their way to the journal, in the order in which they were seen. */
final class Outbox {
  private static final String UNEXPECTED = "UNEXPECTED";
  private static final String ANCHORED = "ANCHORED";
  private static final String REORGANISED = "REORGANISED";
  private static final String VIOLATED = "VIOLATED";
  private static final String NONCE_TAKEN = "NONCE_TAKEN";

  private final JdbcClient jdbc;

  Outbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A fact and its place in the queue. */
  record Waiting(long seq, Fact fact) {}

  List<Waiting> first(int count) {
    return jdbc.sql("select * from chain.outbox order by seq limit ?")
        .param(count)
        .query((row, _) -> new Waiting(row.getLong("seq"), fact(row)))
        .list();
  }

  long size() {
    return jdbc.sql("select count(*) from chain.outbox").query(Long.class).single();
  }

  void remove(long seq) {
    jdbc.sql("delete from chain.outbox where seq = ?").param(seq).update();
  }

  void add(Fact fact) {
    switch (fact) {
      case Fact.OfToken(Fact.Act act, TokenKey token, Place place) ->
          insert(act.name(), new Row(token.value(), null, place, null, null, null));
      case Fact.Unexpected(TokenId token, Place place) ->
          insert(UNEXPECTED, new Row(null, token, place, null, null, null));
      case Fact.Anchored(long size, Commitment root, Place place, long seconds) ->
          insert(ANCHORED, new Row(null, null, place, size, root.value(), seconds));
      case Fact.Reorganised(int depth, long block, BlockHash hash, BlockHash abandoned) ->
          insert(REORGANISED, block, hash, abandoned, depth);
      case Fact.Violated(long block, BlockHash expected, BlockHash found) ->
          insert(VIOLATED, block, expected, found, 0);
      case Fact.NonceTaken(long nonce) ->
          jdbc.sql("insert into chain.outbox (kind, size) values (?, ?)")
              .params(NONCE_TAKEN, nonce)
              .update();
    }
  }

  private record Row(
      @Nullable String token,
      @Nullable TokenId tokenId,
      Place place,
      @Nullable Long size,
      @Nullable String word,
      @Nullable Long seconds) {}

  private void insert(String kind, Row row) {
    TokenId tokenId = row.tokenId();
    jdbc.sql(
            """
            insert into chain.outbox (kind, token_key, token_id, block_number, block_hash, tx_hash,
              log_index, size, word, seconds)
            values (:kind, :token, :tokenId, :block, :blockHash, :transaction, :index, :size, :word,
              :seconds)\
            """)
        .param("kind", kind)
        .param("token", row.token())
        .param("tokenId", tokenId == null ? null : tokenId.number())
        .param("block", row.place().block())
        .param("blockHash", row.place().blockHash().value())
        .param("transaction", row.place().transaction().value())
        .param("index", row.place().logIndex())
        .param("size", row.size())
        .param("word", row.word())
        .param("seconds", row.seconds())
        .update();
  }

  private void insert(String kind, long block, BlockHash hash, BlockHash other, int depth) {
    jdbc.sql(
            """
            insert into chain.outbox (kind, block_number, block_hash, word, size)
            values (?, ?, ?, ?, ?)\
            """)
        .params(kind, block, hash.value(), other.value(), depth)
        .update();
  }

  private static Fact fact(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    if (kind.equals(NONCE_TAKEN)) {
      return new Fact.NonceTaken(row.getLong("size"));
    }
    long block = row.getLong("block_number");
    var hash = new BlockHash(row.getString("block_hash"));
    return switch (kind) {
      case REORGANISED ->
          new Fact.Reorganised(
              row.getInt("size"), block, hash, new BlockHash(row.getString("word")));
      case VIOLATED -> new Fact.Violated(block, hash, new BlockHash(row.getString("word")));
      case UNEXPECTED ->
          new Fact.Unexpected(TokenId.of(row.getBigDecimal("token_id").toBigInteger()), place(row));
      case ANCHORED ->
          new Fact.Anchored(
              row.getLong("size"),
              new Commitment(row.getString("word")),
              place(row),
              row.getLong("seconds"));
      default ->
          new Fact.OfToken(
              Fact.Act.valueOf(kind), new TokenKey(row.getString("token_key")), place(row));
    };
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(
        row.getLong("block_number"),
        new BlockHash(row.getString("block_hash")),
        new TxHash(row.getString("tx_hash")),
        row.getInt("log_index"));
  }
}
