package io.daybook.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.chain.Break.Category;
import io.daybook.ticketing.chain.Commitment;
import io.daybook.ticketing.chain.TokenId;
import io.daybook.ticketing.ticket.TicketId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Journal, logs and chain say the same of every token, or it is told which does not. */
class ReconciliationIT {
  private Stand stand;

  @BeforeEach
  void start() {
    stand = new Stand();
  }

  @AfterEach
  void stop() {
    if (stand != null) {
      stand.close();
    }
  }

  @Test
  void everythingMatchesAndTheSameBlockGivesTheSameResult() {
    stand.revoke(stand.order(5).getFirst());
    stand.finish();
    Cursor cursor = stand.read().cursor();

    Reconciled result = run(cursor);

    assertThat(result.breaks()).isEmpty();
    assertThat(result.matched()).isEqualTo(5);
    assertThat(run(cursor)).isEqualTo(result);
  }

  @Test
  void whatIsUnderWayIsNoBreak() {
    stand.order(2);
    stand.turn();

    Reconciled result = run(stand.read().cursor());

    assertThat(result.breaks()).isEmpty();
    assertThat(result.pending()).isEqualTo(2);
  }

  @Test
  void eachTamperingIsOneBreakOfItsKind() {
    TicketId first = stand.order(3).getFirst();
    stand.finish();
    TokenId token = stand.process().tokens.find(first).orElseThrow().id();
    Cursor cursor = stand.read().cursor();

    change("update chain.logs set owner = '0x" + "0".repeat(40) + "' where kind = 'MINTED'", token);
    assertThat(run(cursor).breaks())
        .extracting(Break::category)
        .containsExactly(Category.OWNER_MISMATCH);

    change("delete from chain.tokens where true", token);
    assertThat(run(cursor).breaks())
        .extracting(Break::category)
        .containsExactly(Category.UNEXPECTED_ON_CHAIN);
  }

  @Test
  void aTokenThatStandsForAnotherRecordIsNoMatch() {
    TicketId ticket = stand.order(1).getFirst();
    stand.finish();
    TokenId token = stand.process().tokens.find(ticket).orElseThrow().id();

    change(
        "update chain.tokens set commitment = '"
            + new Commitment("0x" + "9".repeat(64))
            + "' where"
            + " true",
        token);

    assertThat(run(stand.read().cursor()).breaks())
        .extracting(Break::category)
        .containsExactly(Category.HASH_MISMATCH);
  }

  private void change(String sql, TokenId token) {
    assertThat(stand.jdbc.sql(sql + " and token_id = ?").param(token.number()).update()).isOne();
  }

  private Reconciled run(Cursor cursor) {
    return new Reconciliation(stand.node.gateway(), stand.link, new ReconciliationTable(stand.jdbc))
        .run(cursor);
  }
}
