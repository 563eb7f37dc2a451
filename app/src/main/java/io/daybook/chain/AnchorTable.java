package io.daybook.chain;

import io.daybook.ticketing.chain.Address;
import io.daybook.ticketing.chain.BlockHash;
import io.daybook.ticketing.chain.Commitment;
import io.daybook.ticketing.chain.TxHash;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The anchors that are final. */
final class AnchorTable {
  private final JdbcClient jdbc;

  AnchorTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Fact.Anchored anchored) {
    jdbc.sql(
            """
            insert into chain.anchors (size, root, block_number, block_hash, tx_hash, seconds)
            values (?, ?, ?, ?, ?, ?) on conflict (size) do nothing\
            """)
        .params(
            anchored.size(),
            anchored.root().value(),
            anchored.place().block(),
            anchored.place().blockHash().value(),
            anchored.place().transaction().value(),
            anchored.seconds())
        .update();
  }

  /** Forgets those in blocks above {@code block}, which are no longer there. */
  void removeAbove(long block) {
    jdbc.sql("delete from chain.anchors where block_number > ?").param(block).update();
  }

  List<Anchor> all() {
    return jdbc.sql(
            """
            select a.*, l.chain_id, l.anchor from chain.anchors a cross join chain.link l
            order by a.size\
            """)
        .query((row, _) ->
            new Anchor(
                row.getLong("size"),
                new Commitment(row.getString("root")),
                row.getLong("chain_id"),
                new Address(row.getString("anchor")),
                row.getLong("block_number"),
                new BlockHash(row.getString("block_hash")),
                row.getLong("seconds"),
                new TxHash(row.getString("tx_hash"))))
        .list();
  }
}
