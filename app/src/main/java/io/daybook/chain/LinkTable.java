package io.daybook.chain;

import io.daybook.chain.contract.AnchorContract;
import io.daybook.chain.contract.TicketContract;
import io.daybook.ticketing.chain.Address;
import io.daybook.ticketing.chain.BlockHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what the journal is joined to. */
final class LinkTable {
  private final JdbcClient jdbc;

  LinkTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Link> find() {
    return jdbc.sql("select * from chain.link").query((row, _) -> link(row)).optional();
  }

  private static Link link(ResultSet row) throws SQLException {
    return new Link(
        row.getLong("chain_id"),
        new BlockHash(row.getString("genesis")),
        new TicketContract(
            new Address(row.getString("contract")), new Address(row.getString("custodian"))),
        new AnchorContract(new Address(row.getString("anchor"))),
        row.getString("code_hash"),
        row.getLong("first_block"));
  }

  void store(Link link) {
    jdbc.sql(
            """
            insert into chain.link (chain_key, chain_id, genesis, contract, custodian, anchor,
              code_hash, first_block)
            values (?, ?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            link.key().value(),
            link.chainId(),
            link.genesis().value(),
            link.tickets().address().value(),
            link.tickets().custodian().value(),
            link.anchor().address().value(),
            link.codeHash(),
            link.firstBlock())
        .update();
  }
}
