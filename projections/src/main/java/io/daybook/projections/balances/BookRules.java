package io.daybook.projections.balances;

import io.daybook.ledger.book.EntryTemplate;
import io.daybook.ledger.book.OutflowLimits;
import io.daybook.ledger.money.Money;
import io.daybook.projections.shared.Row;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What finance rules of a book.
 *
 * @param closedThrough the last day of the closed period; absent if nothing is closed
 * @param approvalAbove above which amounts two people are needed
 * @param outflowLimits what may leave the accounts of each tier
 * @param templates by their names
 */
public record BookRules(
    @Nullable LocalDate closedThrough,
    List<Money> approvalAbove,
    List<TierLimits> outflowLimits,
    Map<String, EntryTemplate> templates) {
  /** The limits of a tier in one currency. */
  public record TierLimits(String tier, OutflowLimits limits) {}

  /** A rule as it is stored. */
  record Line(String name, String value) {
    static Line of(Row row) throws SQLException {
      return new Line(row.text("name"), row.text("value"));
    }

    boolean is(String kind) {
      return name.startsWith(kind);
    }

    String rest(String kind) {
      return name.substring(kind.length());
    }
  }

  static BookRules of(List<Line> lines) {
    @Nullable LocalDate closed = null;
    var approvals = new ArrayList<Money>();
    var outflows = new ArrayList<TierLimits>();
    var templates = new TreeMap<String, EntryTemplate>();
    for (Line line : lines) {
      if (line.is(RuleWrites.CLOSED_THROUGH)) {
        closed = LocalDate.parse(line.value());
      } else if (line.is(RuleWrites.APPROVAL)) {
        approvals.add(Money.of(line.rest(RuleWrites.APPROVAL), Long.parseLong(line.value())));
      } else if (line.is(RuleWrites.OUTFLOW)) {
        outflows.add(outflow(line));
      } else {
        templates.put(line.rest(RuleWrites.TEMPLATE), TemplateText.parse(line.value()));
      }
    }
    return new BookRules(closed, approvals, outflows, templates);
  }

  private static TierLimits outflow(Line line) {
    String[] name = line.rest(RuleWrites.OUTFLOW).split(" ", -1);
    String[] limits = line.value().split(" ", -1);
    return new TierLimits(
        name[0],
        new OutflowLimits(
            Currency.getInstance(name[1]),
            number(limits[0]),
            number(limits[1]),
            number(limits[2])));
  }

  private static @Nullable Long number(String text) {
    return text.equals("null") ? null : Long.valueOf(text);
  }
}
