package io.daybook.projections.shared;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts the mark of what was erased where read models hold sealed texts that open no more, as a
 * rebuild of them would.
 */
public final class ErasedTexts {
  private static final List<String> UPDATES =
      List.of(
          """
          update read.kyb_cases set legal_name = :mark, registration_number = :mark,
            activity = :mark, reason = case when reason is not null then :mark end
          where kyb_case_id = any (:ids)
          """,
          """
          update read.kyb_history set reason = :mark
          where kyb_case_id = any (:ids) and reason is not null
          """,
          """
          update read.kyb_parties set name = :mark,
            birth_date = case when roles = 'BUSINESS' then '' else :mark end
          where kyb_case_id = any (:ids)
          """,
          """
          update read.kyb_hits set entry = :mark, listed_name = :mark, explanation = :mark,
            reason = case when reason is not null then :mark end
          where kyb_case_id = any (:ids)
          """,
          """
          update read.orders set reason = :mark
          where order_id = any (:ids) and reason is not null
          """,
          """
          update read.tickets set reason = :mark
          where ticket_id = any (:ids) and reason is not null
          """);

  private final JdbcClient jdbc;
  private final String mark;

  /** Writes {@code mark} for what was erased. */
  public ErasedTexts(JdbcClient jdbc, String mark) {
    this.jdbc = jdbc;
    this.mark = mark;
  }

  /** Marks the texts of {@code aggregates}. */
  public void erase(Collection<String> aggregates) {
    String[] ids = aggregates.toArray(String[]::new);
    UPDATES.forEach(sql -> jdbc.sql(sql).param("mark", mark).param("ids", ids).update());
  }
}
