package io.daybook.retention;

import io.daybook.ledger.UserId;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shared.PagedQuery;
import io.daybook.projections.shared.Row;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks for erasures and legal holds. */
public final class RetentionQueries {
  private final JdbcClient jdbc;

  RetentionQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns an erasure. */
  public Optional<ErasureView> findErasure(ErasureId erasure) {
    return jdbc.sql("select * from read.erasures where erasure_id = ?")
        .param(erasure.value())
        .query(Row.mapper(ErasureView::of))
        .optional();
  }

  /** Returns all erasures, the newest first. */
  public Page<ErasureView> erasures(PageRequest request) {
    return PagedQuery.newestFirst("read.erasures", "created_position", ErasureView::of)
        .page(jdbc, request);
  }

  /** Returns all legal holds, the newest first. */
  public Page<LegalHoldView> holds(PageRequest request) {
    return PagedQuery.newestFirst("read.legal_holds", "created_position", LegalHoldView::of)
        .page(jdbc, request);
  }

  /** Returns whether anything is or was known about a user: an account, or a data key. */
  public boolean isKnown(UserId person) {
    return jdbc.sql(
            """
            select exists (select from security.users where id = :id)
              or exists (select from personal.data_keys where subject_id = :id)\
            """)
        .param("id", person.value())
        .query(Boolean.class)
        .single();
  }
}
