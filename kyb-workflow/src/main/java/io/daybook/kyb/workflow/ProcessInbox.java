package io.daybook.kyb.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages that their process has not waited for yet, first in, first out. */
final class ProcessInbox {
  private final JdbcClient jdbc;

  ProcessInbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps {@code message} until the process waits for it. */
  void park(String processInstanceId, ProcessMessage message) {
    jdbc.sql(
            """
            insert into bridge.process_inbox
              (process_instance_id, sequence, message, occurred_at, intact, hits_open, proposed_by,
               due_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(processInstanceId)
        .param(message.sequence())
        .param(message.name())
        .param(Timestamp.from(message.occurredAt()))
        .param(message.intact())
        .param(message.hitsOpen())
        .param(message.proposedBy())
        .param(message.dueAt() == null ? null : Timestamp.from(message.dueAt()))
        .update();
  }

  /** Returns whether nothing is parked for the process. */
  boolean isEmpty(String processInstanceId) {
    return jdbc.sql("select count(*) = 0 from bridge.process_inbox where process_instance_id = ?")
        .param(processInstanceId)
        .query(Boolean.class)
        .single();
  }

  /** Returns the oldest message of the process, if there is one. */
  Optional<ProcessMessage> oldest(String processInstanceId) {
    return jdbc.sql(
            """
            select sequence, message, occurred_at, intact, hits_open, proposed_by, due_at
            from bridge.process_inbox where process_instance_id = ? order by sequence limit 1
            """)
        .param(processInstanceId)
        .query((row, _) -> message(row))
        .optional();
  }

  /** Removes one message. */
  void remove(String processInstanceId, ProcessMessage message) {
    jdbc.sql("delete from bridge.process_inbox where process_instance_id = ? and sequence = ?")
        .params(processInstanceId, message.sequence())
        .update();
  }

  /** Removes all that is parked for the process. */
  void clear(String processInstanceId) {
    jdbc.sql("delete from bridge.process_inbox where process_instance_id = ?")
        .param(processInstanceId)
        .update();
  }

  private static ProcessMessage message(ResultSet row) throws SQLException {
    @Nullable Timestamp dueAt = row.getTimestamp("due_at");
    return new ProcessMessage(
        row.getString("message"),
        row.getLong("sequence"),
        row.getTimestamp("occurred_at").toInstant(),
        row.getObject("intact", Boolean.class),
        row.getObject("hits_open", Boolean.class),
        row.getString("proposed_by"),
        dueAt == null ? null : dueAt.toInstant());
  }
}
