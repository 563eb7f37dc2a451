package io.daybook.projections.cases;

import io.daybook.kyb.casefile.Ownership;
import io.daybook.kyb.casefile.PartyControl;
import io.daybook.kyb.casefile.PartyHolding;
import io.daybook.kyb.casefile.PartyId;
import io.daybook.projections.shared.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.stream.Collectors;

/** What an applicant declared last about who owns and controls whom. */
public record OwnershipView(Ownership declared, Instant declaredAt) {
  /** Returns the holdings as a column has them: a line for each. */
  static String holdings(Ownership declared) {
    return declared.holdings().stream()
        .map(each -> each.owner() + " " + each.owned() + " " + each.basisPoints())
        .collect(Collectors.joining("\n"));
  }

  /** Returns the controls as a column has them: a line for each. */
  static String controls(Ownership declared) {
    return declared.controls().stream()
        .map(each -> each.who() + " " + each.whom())
        .collect(Collectors.joining("\n"));
  }

  static OwnershipView of(Row row) throws SQLException {
    return new OwnershipView(
        new Ownership(
            row.text("holdings")
                .lines()
                .map(line -> line.split(" "))
                .map(each ->
                    new PartyHolding(
                        new PartyId(each[0]), new PartyId(each[1]), Integer.parseInt(each[2])))
                .toList(),
            row.text("controls")
                .lines()
                .map(line -> line.split(" "))
                .map(each -> new PartyControl(new PartyId(each[0]), new PartyId(each[1])))
                .toList()),
        row.instant("declared_at"));
  }
}
