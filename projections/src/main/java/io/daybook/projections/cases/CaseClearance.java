package io.daybook.projections.cases;

import io.daybook.ledger.OrganiserClearance;
import io.daybook.ledger.OrganiserId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Clears the organisers whose last decided KYB case was approved, unless hits stand against that.
 *
 * <p>As a projection it may lag: an approval counts shortly after it was recorded.
 */
public final class CaseClearance implements OrganiserClearance {
  private static final String LAST_DECIDED =
      """
      select case when state = 'APPROVED' and not suspended then kyb_case_id end from read.kyb_cases
      where organiser_id = ? and state in ('APPROVED', 'REJECTED')
      order by position desc limit 1
      """;

  private final JdbcClient jdbc;

  /** Reads through {@code jdbc}. */
  public CaseClearance(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<String> find(OrganiserId organiser) {
    return jdbc.sql(LAST_DECIDED).param(organiser.value()).query(String.class).optional();
  }
}
