package io.daybook.ledger.book;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What has left an account lately, in minor units.
 *
 * @param day the newest day on which anything left
 */
record Outflow(LocalDate day, long dayMinor, long monthMinor) {
  static final Outflow NONE = new Outflow(LocalDate.EPOCH, 0, 0);

  long on(LocalDate date) {
    return date.isAfter(day) ? 0 : dayMinor;
  }

  long inMonthOf(LocalDate date) {
    return YearMonth.from(date).isAfter(YearMonth.from(day)) ? 0 : monthMinor;
  }

  Outflow plus(long minor, LocalDate date) {
    LocalDate newest = date.isAfter(day) ? date : day;
    return new Outflow(newest, sum(on(date), minor), sum(inMonthOf(date), minor));
  }

  static long sum(long left, long right) {
    return left > Long.MAX_VALUE - right ? Long.MAX_VALUE : left + right;
  }
}
