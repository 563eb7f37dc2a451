package io.daybook.retention;

import io.daybook.ledger.UserId;
import io.daybook.projections.shared.Column;
import io.daybook.security.personal.DataClass;
import io.daybook.ticketing.show.ShowId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds what has been kept for as long as it may be, by the schedule and the clock. */
public final class RetentionSchedule {
  private static final int BATCH = 1_000;
  private static final String NOT_HELD =
      """
       and k.wrapped is not null and not exists (
        select from read.legal_holds h where h.person_id = k.subject_id
          and h.state in ('PROPOSED', 'PLACED', 'RELEASE_PROPOSED'))
      order by k.subject_id, k.scope limit :batch
      """;
  private static final String ENDED_CASE =
      """
      c.decided_at < :limit and (c.state = 'REJECTED' or not exists (
        select from read.shows s where s.organiser_id = c.organiser_id and s.starts_at >= :limit))
      """;

  private final JdbcClient jdbc;
  private final RetentionProperties periods;
  private final Clock clock;

  RetentionSchedule(JdbcClient jdbc, RetentionProperties periods, Clock clock) {
    this.jdbc = jdbc;
    this.periods = periods;
    this.clock = clock;
  }

  /** A data key whose time is over. */
  record Ended(String keyId, UserId person, DataClass dataClass, String scope) {}

  /** Returns the periods. */
  public RetentionProperties periods() {
    return periods;
  }

  /** Returns shows that are over for long enough and not archived yet, the oldest first. */
  List<ShowId> showsToArchive() {
    return jdbc.sql(
            """
            select show_id from read.shows s
            where starts_at < :limit and not exists (
              select from read.archived_shows a where a.show_id = s.show_id)
            order by starts_at limit :batch\
            """)
        .param("limit", Column.time(now().minus(periods.ticketing())))
        .param("batch", BATCH)
        .query((row, number) -> new ShowId(row.getString(1)))
        .list();
  }

  /** Returns the keys of orders and tickets of archived shows, but not of people under a hold. */
  List<Ended> endedTicketing() {
    return ended(
        DataClass.TICKETING,
        "join read.archived_shows a on a.show_id = k.scope where k.data_class = 'TICKETING'");
  }

  /** Returns the keys of cases that ended long enough ago, but not of people under a hold. */
  List<Ended> endedCases() {
    return ended(
        DataClass.KYB,
        "join read.kyb_cases c on c.kyb_case_id = k.scope where k.data_class = 'KYB' and "
            + ENDED_CASE);
  }

  private List<Ended> ended(DataClass dataClass, String condition) {
    return jdbc.sql(
            "select k.key_id, k.subject_id, k.scope from personal.data_keys k "
                + condition
                + NOT_HELD)
        .param("limit", Column.time(now().minus(periods.kyb())))
        .param("batch", BATCH)
        .query((row, number) ->
            new Ended(row.getString(1), new UserId(row.getString(2)), dataClass, row.getString(3)))
        .list();
  }

  /** Removes answers that are kept for long enough, and returns the keys of days before. */
  List<String> endAnswers() {
    Instant limit = now().minus(periods.answers());
    jdbc.sql("delete from bridge.idempotency_keys where created_at < ?")
        .param(Column.time(limit))
        .update();
    return jdbc.sql(
            """
            select key_id from personal.data_keys
            where data_class = 'ANSWERS' and wrapped is not null and scope < ?\
            """)
        .param(LocalDate.ofInstant(limit, ZoneOffset.UTC).toString())
        .query((row, number) -> row.getString(1))
        .list();
  }

  /** Returns a case of the person that the law still wants kept, if there is one. */
  public Optional<String> runningCase(UserId person) {
    return jdbc.sql(
            """
            select c.kyb_case_id from read.kyb_cases c
            join personal.data_keys k on k.scope = c.kyb_case_id and k.data_class = 'KYB'
            where c.applicant_id = :person and k.wrapped is not null and c.submitted_at is not null
              and not coalesce(\
            """
                + ENDED_CASE
                + ", false) limit 1")
        .param("person", person.value())
        .param("limit", Column.time(now().minus(periods.kyb())))
        .query(String.class)
        .optional();
  }

  private Instant now() {
    return clock.instant();
  }
}
