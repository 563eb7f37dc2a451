package io.daybook.reconciliation;

import io.daybook.ledger.money.Money;
import io.daybook.projections.shared.Column;
import io.daybook.reconciliation.ReconciliationEvent.DifferenceResolved;
import io.daybook.reconciliation.ReconciliationEvent.ReconciliationCompleted;
import io.daybook.reconciliation.ReconciliationEvent.StatementCompared;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps one row for each reconciliation and each difference. */
@ProcessingGroup(ReconciliationProjection.GROUP)
final class ReconciliationProjection {
  static final String GROUP = "reconciliations";

  private final JdbcClient jdbc;

  ReconciliationProjection(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventHandler
  void on(ReconciliationEvent event, TrackingToken token, @Timestamp Instant time) {
    long position = token.position().orElseThrow();
    switch (event) {
      case StatementCompared compared -> add(compared, position, time);
      case DifferenceResolved resolved -> resolve(resolved, position, time);
      case ReconciliationCompleted _ -> {
        // It says that none is open, which the rows say too.
      }
    }
  }

  private void add(StatementCompared event, long position, Instant time) {
    Comparison comparison = event.comparison();
    int isNew =
        jdbc.sql(
                """
                insert into bridge.reconciliations
                  (reconciliation_id, account_id, currency, starts_at, ends_at, file_sha256,
                   file_lines, matched, differences, open_differences, reconciled_at,
                   created_position, position)
                values (:id, :account, :currency, :from, :until, :sha256, :lines, :matched, :open,
                  :open, :at, :position, :position)
                on conflict do nothing\
                """)
            .param("id", event.reconciliation().value())
            .param("account", comparison.account().value())
            .param("currency", comparison.currency().getCurrencyCode())
            .param("from", Column.time(comparison.from()))
            .param("until", Column.time(comparison.until()))
            .param("sha256", comparison.sha256())
            .param("lines", comparison.lines())
            .param("matched", comparison.matched())
            .param("open", comparison.differences().size())
            .param("at", Column.time(time))
            .param("position", position)
            .update();
    if (isNew == 1) {
      comparison.differences().forEach(difference -> add(event, difference));
    }
  }

  private void add(StatementCompared event, Difference difference) {
    jdbc.sql(
            """
            insert into bridge.reconciliation_differences
              (reconciliation_id, number, kind, reference, entry_id, currency, file_minor,
               ledger_minor)
            values (:id, :number, :kind, :reference, :entry, :currency, :file, :ledger)
            on conflict do nothing\
            """)
        .param("id", event.reconciliation().value())
        .param("number", difference.number())
        .param("kind", difference.kind().name())
        .param("reference", Column.text(difference.reference()))
        .param("entry", difference.entry() == null ? null : difference.entry().value())
        .param("currency", event.comparison().currency().getCurrencyCode())
        .param("file", minorUnits(difference.inFile()))
        .param("ledger", minorUnits(difference.inLedger()))
        .update();
  }

  private static @Nullable Long minorUnits(@Nullable Money money) {
    return money == null ? null : Long.valueOf(money.minorUnits());
  }

  private void resolve(DifferenceResolved event, long position, Instant time) {
    int isNew =
        jdbc.sql(
                """
                update bridge.reconciliation_differences
                set resolution = :resolution, resolved_by_entry = :entry, resolved_at = :at
                where reconciliation_id = :id and number = :number and resolution is null\
                """)
            .param("resolution", event.resolution().name())
            .param("entry", event.entry() == null ? null : event.entry().value())
            .param("at", Column.time(time))
            .param("id", event.reconciliation().value())
            .param("number", event.number())
            .update();
    if (isNew == 1) {
      jdbc.sql(
              """
              update bridge.reconciliations
              set open_differences = open_differences - 1, position = :position
              where reconciliation_id = :id\
              """)
          .param("position", position)
          .param("id", event.reconciliation().value())
          .update();
    }
  }
}
