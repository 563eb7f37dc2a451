package io.daybook.projections.cases;

import io.daybook.kyb.casefile.KybEvent.OwnershipDeclared;
import io.daybook.projections.shared.Draft;
import io.daybook.projections.shared.Recorded;
import io.daybook.projections.shared.RowKey;
import io.daybook.projections.shared.Table;
import io.daybook.projections.shared.Writes;

/** Keeps what was declared last about the ownership of each business. */
final class OwnershipRows {
  private static final Table OWNERSHIP =
      Table.named("kyb_ownership")
          .key("kyb_case_id")
          .texts("holdings", "controls")
          .times("declared_at")
          .numbers("position");

  private final Writes writes;

  OwnershipRows(Writes writes) {
    this.writes = writes;
  }

  void declare(OwnershipDeclared event, Recorded at) {
    RowKey key = OWNERSHIP.row(event.kybCase().value());
    writes.change(
        rows ->
            rows.create(key)
                .map(row -> row.set("position", at.position()))
                .or(() -> rows.advance(key, at))
                .ifPresent(row -> fill(event, at, row)),
        key);
  }

  void clear() {
    writes.empty(OWNERSHIP);
  }

  private static void fill(OwnershipDeclared event, Recorded at, Draft row) {
    row.set("holdings", OwnershipView.holdings(event.declared()))
        .set("controls", OwnershipView.controls(event.declared()))
        .set("declared_at", at.time());
  }
}
