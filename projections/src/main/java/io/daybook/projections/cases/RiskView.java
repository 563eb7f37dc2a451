package io.daybook.projections.cases;

import io.daybook.kyb.casefile.RiskBand;
import io.daybook.kyb.casefile.RiskFactor;
import io.daybook.kyb.rules.UsedTable;
import io.daybook.projections.shared.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How risky a business is, as it was assessed last.
 *
 * @param score the sum of the factors' points
 * @param officers how many officers must agree to an approval
 * @param ownerBasisPoints from which part on, in hundredths of a percent, a person is a beneficial
 *     owner
 * @param twoOfficersFrom from which score of a hit on, in thousandths, two officers dismiss it
 * @param tables the decision tables that said so
 */
public record RiskView(
    RiskBand band,
    int score,
    List<RiskFactor> factors,
    int officers,
    int ownerBasisPoints,
    int twoOfficersFrom,
    List<UsedTable> tables,
    Instant assessedAt) {
  /** Copies the lists. */
  public RiskView {
    factors = List.copyOf(factors);
    tables = List.copyOf(tables);
  }

  /** Returns the factors as a column has them: a line for each. */
  static String factors(List<RiskFactor> factors) {
    return factors.stream()
        .map(factor -> factor.rule() + " " + factor.points())
        .collect(Collectors.joining("\n"));
  }

  /** Returns the tables as a column has them: a line for each. */
  static String tables(List<UsedTable> tables) {
    return tables.stream()
        .map(used ->
            used.table()
                + " "
                + used.version()
                + " "
                + used.sha256()
                + " "
                + String.join(",", used.rules()))
        .collect(Collectors.joining("\n"));
  }

  /** Returns the risk of a case, null if it was never assessed. */
  static @Nullable RiskView of(Row row) throws SQLException {
    RiskBand band = row.valueOrNull("risk_band", RiskBand::valueOf);
    return band == null
        ? null
        : new RiskView(
            band,
            row.integer("risk_score"),
            row.text("risk_factors").lines().map(RiskView::factor).toList(),
            row.integer("officers_needed"),
            row.integer("owner_basis_points"),
            row.integer("two_officers_from"),
            row.text("risk_tables").lines().map(RiskView::table).toList(),
            row.instant("assessed_at"));
  }

  private static RiskFactor factor(String line) {
    String[] parts = line.split(" ", 2);
    return new RiskFactor(parts[0], Integer.parseInt(parts[1]));
  }

  private static UsedTable table(String line) {
    String[] parts = line.split(" ", 4);
    return new UsedTable(
        parts[0],
        Integer.parseInt(parts[1]),
        parts[2],
        parts[3].isEmpty() ? List.of() : List.of(parts[3].split(",")));
  }
}
