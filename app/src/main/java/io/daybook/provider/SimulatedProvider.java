package io.daybook.provider;

import io.daybook.ledger.money.Money;
import io.daybook.ledger.payment.PaymentId;
import io.daybook.ledger.payment.PaymentProvider;
import io.daybook.ledger.payment.RefundId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * A payment provider that moves no money but behaves like one: it answers later, by signed
 * webhooks, which it keeps in its own tables and repeats until they are taken.
 *
 * <p>The payment method chooses the {@link Scenario}.
 */
final class SimulatedProvider implements PaymentProvider {
  private final JdbcClient database;
  private final JsonMapper json;
  private final Clock clock;
  private final Duration latency;

  SimulatedProvider(JdbcClient database, JsonMapper json, Clock clock, Duration latency) {
    this.database = database;
    this.json = json;
    this.clock = clock;
    this.latency = latency;
  }

  @Override
  public void requestPayment(PaymentId payment, Money amount, String method) {
    Scenario scenario = Scenario.of(method);
    Instant first = clock.instant().plus(latency).plus(scenario.delay());
    Instant second = first.plus(latency);
    switch (scenario.outcome()) {
      case CAPTURED -> {
        Instant authorised = scenario.reordered() ? second : first;
        Instant captured = scenario.reordered() ? first : second;
        owe(notice("authorised", payment, null, amount, null), authorised, scenario);
        owe(notice("captured", payment, null, amount, null), captured, scenario);
        dispute(payment, amount, scenario, captured.plus(scenario.disputedAfter()));
      }
      case DECLINED -> owe(notice("failed", payment, null, amount, "declined"), first, scenario);
      case SILENT -> {
        // A provider that never answers.
      }
    }
  }

  private void dispute(PaymentId payment, Money amount, Scenario scenario, Instant at) {
    if (scenario.dispute() == Scenario.Dispute.NONE) {
      return;
    }
    boolean isPart = scenario.dispute() == Scenario.Dispute.PART;
    Money taken = isPart ? new Money(amount.currency(), (amount.minorUnits() + 1) / 2) : amount;
    owe(notice("charged_back", payment, null, taken, null), at, scenario);
    if (scenario.dispute() == Scenario.Dispute.WON) {
      Instant returned = at.plus(scenario.disputedAfter());
      owe(notice("chargeback_won", payment, null, amount, null), returned, scenario);
    }
  }

  @Override
  public void requestRefund(PaymentId payment, RefundId refund, Money amount) {
    var notice =
        new ProviderNotice(
            "evt_refund_" + refund.value(),
            "refund.succeeded",
            payment.value(),
            refund.value(),
            amount.minorUnits(),
            amount.currency().getCurrencyCode(),
            null);
    owe(notice, clock.instant().plus(latency), Scenario.of("sim_ok"));
  }

  private static ProviderNotice notice(
      String what,
      PaymentId payment,
      @Nullable String refund,
      Money amount,
      @Nullable String reason) {
    return new ProviderNotice(
        "evt_" + what + "_" + payment.value(),
        "payment." + what,
        payment.value(),
        refund,
        amount.minorUnits(),
        amount.currency().getCurrencyCode(),
        reason);
  }

  private void owe(ProviderNotice notice, Instant dueAt, Scenario scenario) {
    for (int copy = 0; copy < scenario.copies(); copy++) {
      database
          .sql(
              """
              insert into simulator.deliveries (event_id, copy, body, due_at, lost_attempts)
              values (?, ?, ?, ?, ?) on conflict do nothing\
              """)
          .params(
              notice.id(),
              copy,
              json.writeValueAsString(notice),
              Timestamp.from(dueAt),
              scenario.lostAttempts())
          .update();
    }
  }
}
