package io.daybook.ui.audit;

import io.daybook.audit.PastState;
import io.daybook.journal.audit.AggregateReplay.State;
import io.daybook.projections.audit.ActivityView;
import io.daybook.projections.balances.PostingView;
import io.daybook.ui.Moment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How something stood after a record.
 *
 * @param time the record's; absent if it is not there any more
 * @param kind what it is
 * @param words what there is to say about it
 * @param isAccount whether the rows are postings
 * @param rows the latest records that led there, the newest first
 */
record StatePage(
    long position,
    @Nullable Moment time,
    String kind,
    Words words,
    boolean isAccount,
    List<Row> rows) {
  private static final String NO_RULES =
      "The verifier has no rules for things of this kind, so there is only their history.";

  /**
   * A state in words.
   *
   * @param headline the state in a few of them
   * @param remark what was replayed to find it
   * @param alarms what does not fit; none if all does
   */
  record Words(String headline, List<Fact> facts, String remark, List<String> alarms) {}

  /** A record that led to the state; for a posting, with its amount and the balance after it. */
  record Row(long position, String what, String amount, String after, @Nullable Moment time) {
    static Row of(ActivityView view) {
      return new Row(view.position(), view.eventType(), "", "", Moment.of(view.time()));
    }

    static Row of(PostingView line) {
      String currency = line.amount().currency().getCurrencyCode();
      return new Row(
          line.position(),
          StatePage.words(line.side()),
          money(BigInteger.valueOf(line.amount().minorUnits()), currency),
          money(line.balanceAfterMinor(), currency),
          null);
    }
  }

  static StatePage of(PastState state, long position, @Nullable Moment time) {
    return switch (state) {
      case PastState.Account account ->
          new StatePage(
              position,
              time,
              "Account",
              words(account),
              true,
              account.lines().stream().map(Row::of).toList());
      case PastState.Aggregate aggregate ->
          new StatePage(
              position,
              time,
              aggregate.state() instanceof State.Ticket ? "Ticket" : "KYB case",
              words(aggregate),
              false,
              aggregate.history().stream().map(Row::of).toList());
      case PastState.HistoryAlone alone ->
          new StatePage(
              position,
              time,
              "History",
              new Words("What had happened to it", List.of(), NO_RULES, List.of()),
              false,
              alone.history().stream().map(Row::of).toList());
    };
  }

  private static Words words(PastState.Account account) {
    var alarms = new ArrayList<>(account.violations());
    if (!account.balance().equals(account.shown())) {
      alarms.add(
          "The read model says "
              + money(account.shown(), account.currency())
              + ", which is not what the records add up to.");
    }
    String replayed = "Replayed from the " + records(account.replayed());
    return new Words(
        money(account.balance(), account.currency()),
        new Fact.Facts()
            .text("Kind", words(account.kind()))
            .text("Normal side", words(account.kind().normalSide()))
            .list(),
        account.isWhole()
            ? replayed + " that had touched the account."
            : replayed
                + " that touched it last, on top of the "
                + money(account.start(), account.currency())
                + " that the read model has before them.",
        alarms);
  }

  private static Words words(PastState.Aggregate aggregate) {
    String remark =
        "Replayed from the " + records(aggregate.replayed()) + " that it had until then.";
    return switch (aggregate.state()) {
      case State.Ticket ticket ->
          new Words(
              ticket.isLive() ? "Held, and admits" : "Revoked",
              new Fact.Facts()
                  .code("Holder", ticket.holder())
                  .code("Show", ticket.show())
                  .code("Ticket type", ticket.ticketType())
                  .text("Serial", "" + ticket.serial())
                  .list(),
              remark,
              aggregate.violations());
      case State.Case kybCase ->
          new Words(words(kybCase.name()), List.of(), remark, aggregate.violations());
    };
  }

  private static String words(Enum<?> constant) {
    return words(constant.name());
  }

  private static String words(String constant) {
    String words = constant.replace('_', ' ').toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String records(int count) {
    return count == 1 ? "one record" : "%,d records".formatted(count);
  }

  /** {@code 450000} cents become {@code 4,500.00 EUR}. */
  private static String money(BigInteger minorUnits, String currency) {
    int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    return String.format(Locale.ROOT, "%,." + digits + "f", new BigDecimal(minorUnits, digits))
        + " "
        + currency;
  }
}
