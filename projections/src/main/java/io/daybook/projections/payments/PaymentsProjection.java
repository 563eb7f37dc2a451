package io.daybook.projections.payments;

import io.daybook.ledger.payment.PaymentEvent;
import io.daybook.ledger.wallet.PayoutAccountEvent;
import io.daybook.ledger.wallet.PayoutEvent;
import io.daybook.projections.shared.PositionWriter;
import io.daybook.projections.shared.Preview;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shared.Recorded;
import io.daybook.projections.shared.Writes;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;

/** Keeps payments with their refunds, and payouts with the accounts that they go to. */
@ProcessingGroup(ProjectionNames.PAYMENTS)
final class PaymentsProjection implements Preview {
  private final PaymentRows payments;
  private final PayoutRows payouts;
  private final PayoutAccountRows accounts;
  private final PositionWriter positions;

  PaymentsProjection(Writes writes, PositionWriter positions) {
    this.payments = new PaymentRows(writes);
    this.payouts = new PayoutRows(writes);
    this.accounts = new PayoutAccountRows(writes);
    this.positions = positions;
  }

  @EventHandler
  void on(PaymentEvent event, TrackingToken token, @Timestamp Instant time) {
    payments.apply(event, positions.reached(ProjectionNames.PAYMENTS, token, time));
  }

  @EventHandler
  void on(PayoutEvent event, TrackingToken token, @Timestamp Instant time) {
    payouts.apply(event, positions.reached(ProjectionNames.PAYMENTS, token, time));
  }

  @EventHandler
  void on(PayoutAccountEvent event, TrackingToken token, @Timestamp Instant time) {
    accounts.apply(event, positions.reached(ProjectionNames.PAYMENTS, token, time));
  }

  @Override
  public void show(Object event, Recorded at) {
    switch (event) {
      case PaymentEvent payment -> payments.apply(payment, at);
      case PayoutEvent payout -> payouts.apply(payout, at);
      case PayoutAccountEvent account -> accounts.apply(account, at);
      default -> {}
    }
  }

  @ResetHandler
  void reset() {
    payments.clear();
    payouts.clear();
    accounts.clear();
    positions.forget(ProjectionNames.PAYMENTS);
  }
}
