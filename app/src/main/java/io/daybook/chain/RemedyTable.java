package io.daybook.chain;

import io.daybook.ledger.UserId;
import io.daybook.ticketing.chain.IntentId;
import io.daybook.ticketing.chain.Remedy;
import io.daybook.ticketing.chain.RemedyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people had done where the chain's side did not go on, as the journal has it. */
final class RemedyTable {
  private final JdbcClient jdbc;

  RemedyTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(AskedRemedy asked) {
    @Nullable IntentId intent = asked.remedy().intent();
    @Nullable UserId second = asked.approvedBy();
    jdbc.sql(
            """
            insert into chain.remedies (remedy_id, act, intent_id, state, proposed_by, approved_by)
            values (:id, :act, :intent, :state, :proposedBy, :approvedBy)
            on conflict (remedy_id) do update
            set state = excluded.state, approved_by = excluded.approved_by
            where chain.remedies.state = 'PROPOSED'\
            """)
        .param("id", asked.id().value())
        .param("act", asked.remedy().act().name())
        .param("intent", intent == null ? null : intent.value())
        .param("state", asked.state().name())
        .param("proposedBy", asked.proposedBy().value())
        .param("approvedBy", second == null ? null : second.value())
        .update();
  }

  void withdraw(RemedyId id) {
    jdbc.sql(
            """
            update chain.remedies set state = 'WITHDRAWN'
            where remedy_id = ? and state = 'PROPOSED'\
            """)
        .param(id.value())
        .update();
  }

  void done(RemedyId id, String outcome) {
    jdbc.sql("update chain.remedies set state = 'DONE', outcome = ? where remedy_id = ?")
        .params(outcome, id.value())
        .update();
  }

  Optional<AskedRemedy> nextOrdered() {
    return jdbc.sql("select * from chain.remedies where state = 'ORDERED' order by seq limit 1")
        .query((row, _) -> remedy(row))
        .optional();
  }

  List<AskedRemedy> newest(int count) {
    return jdbc.sql("select * from chain.remedies order by seq desc limit ?")
        .param(count)
        .query((row, _) -> remedy(row))
        .list();
  }

  private static AskedRemedy remedy(ResultSet row) throws SQLException {
    @Nullable String intent = row.getString("intent_id");
    @Nullable String second = row.getString("approved_by");
    return new AskedRemedy(
        new RemedyId(row.getString("remedy_id")),
        new Remedy(
            Remedy.Act.valueOf(row.getString("act")), intent == null ? null : new IntentId(intent)),
        AskedRemedy.State.valueOf(row.getString("state")),
        new UserId(row.getString("proposed_by")),
        second == null ? null : new UserId(second),
        row.getString("outcome"));
  }
}
