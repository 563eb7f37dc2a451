package io.daybook.ui.ledger;

import io.daybook.reports.Statement;
import io.daybook.reports.StatementLine;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * An account's balance over a period as a line in steps, drawn on 1,000 by 200 units.
 *
 * @param line the points of an SVG polyline
 * @param zero the height of the line at a balance of nothing
 * @param highest the highest balance of the period, and the lowest, as text
 */
record BalanceChart(String line, String zero, String highest, String lowest) {
  private static final double WIDTH = 1_000;
  private static final double HEIGHT = 200;
  private static final int MAX_STEPS = 500;

  static BalanceChart of(Statement statement) {
    BigInteger low = statement.openingMinor().min(BigInteger.ZERO);
    BigInteger high = statement.openingMinor().max(BigInteger.ZERO);
    for (StatementLine line : statement.lines()) {
      low = low.min(line.balanceMinor());
      high = high.max(line.balanceMinor());
    }
    var scale = new Scale(statement.period().from(), statement.period().until(), low, high);
    var currency = statement.account().currency();
    return new BalanceChart(
        points(statement, scale),
        number(scale.y(BigInteger.ZERO)),
        Shown.amount(high, currency),
        Shown.amount(low, currency));
  }

  private static String points(Statement statement, Scale scale) {
    var points = new StringBuilder();
    BigInteger balance = statement.openingMinor();
    add(points, 0, scale.y(balance));
    List<StatementLine> lines = statement.lines();
    int every = Math.max(1, (lines.size() + MAX_STEPS - 1) / MAX_STEPS);
    for (int i = 0; i < lines.size(); i++) {
      StatementLine line = lines.get(i);
      if (i % every == 0 || i == lines.size() - 1) {
        add(points, scale.x(line.postedAt()), scale.y(balance));
        balance = line.balanceMinor();
        add(points, scale.x(line.postedAt()), scale.y(balance));
      }
    }
    add(points, WIDTH, scale.y(balance));
    return points.toString();
  }

  private static void add(StringBuilder points, double x, double y) {
    points.append(points.isEmpty() ? "" : " ").append(number(x)).append(',').append(number(y));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private record Scale(Instant from, Instant until, BigInteger low, BigInteger high) {
    double x(Instant at) {
      double span = Math.max(1, Duration.between(from, until).toMillis());
      return WIDTH * Duration.between(from, at).toMillis() / span;
    }

    double y(BigInteger balance) {
      double span = Math.max(1, high.subtract(low).doubleValue());
      return HEIGHT - HEIGHT * balance.subtract(low).doubleValue() / span;
    }
  }
}
