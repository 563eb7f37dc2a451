package io.daybook.recorder.keys;

import io.daybook.journal.keys.KeyStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What administrators proposed to do to keys. */
final class KeyProposals {
  private static final String SELECT =
      "SELECT proposal_id, statement, proposed_by, proposed_at, approved_by"
          + " FROM bridge.key_proposals ";

  private final JdbcClient jdbc;

  KeyProposals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One proposal; {@code approvedBy} is null while it is open. */
  record Proposal(
      String id,
      KeyStatement statement,
      String proposedBy,
      Instant proposedAt,
      @Nullable String approvedBy) {}

  void add(Proposal proposal) {
    jdbc.sql(
            "INSERT INTO bridge.key_proposals (proposal_id, statement, proposed_by, proposed_at)"
                + " VALUES (?, ?, ?, ?)")
        .params(
            proposal.id(),
            stored(proposal.statement()),
            proposal.proposedBy(),
            OffsetDateTime.ofInstant(proposal.proposedAt(), ZoneOffset.UTC))
        .update();
  }

  /** A statement that nobody signed yet is its bare text. */
  private static String stored(KeyStatement statement) {
    return statement.signatures().isEmpty() ? statement.text() : statement.format();
  }

  List<Proposal> since(Instant oldest) {
    return jdbc.sql(SELECT + "WHERE proposed_at >= ? ORDER BY proposed_at")
        .param(OffsetDateTime.ofInstant(oldest, ZoneOffset.UTC))
        .query((row, number) -> proposal(row))
        .list();
  }

  Optional<Proposal> find(String id) {
    return jdbc.sql(SELECT + "WHERE proposal_id = ?")
        .param(id)
        .query((row, number) -> proposal(row))
        .optional();
  }

  /** Marks a proposal as approved; tells whether nobody had done so before. */
  boolean approve(String id, String officer) {
    return jdbc.sql(
                "UPDATE bridge.key_proposals SET approved_by = ?"
                    + " WHERE proposal_id = ? AND approved_by IS NULL AND proposed_by <> ?")
            .params(officer, id, officer)
            .update()
        == 1;
  }

  private static Proposal proposal(ResultSet row) throws SQLException {
    return new Proposal(
        row.getString(1),
        statement(row.getString(2)),
        row.getString(3),
        row.getObject(4, OffsetDateTime.class).toInstant(),
        row.getString(5));
  }

  private static KeyStatement statement(String stored) {
    return stored.contains("\n\n") ? KeyStatement.parse(stored) : KeyStatement.parseText(stored);
  }
}
