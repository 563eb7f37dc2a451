package io.daybook.projections.payments;

import io.daybook.ledger.payment.PaymentEvent;
import io.daybook.ledger.wallet.PayoutEvent;
import io.daybook.projections.shared.PositionWriter;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shared.Writes;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;

/** Keeps payments with their refunds, and payouts. */
@ProcessingGroup(ProjectionNames.PAYMENTS)
final class PaymentsProjection {
  private final PaymentRows payments;
  private final PayoutRows payouts;
  private final PositionWriter positions;

  PaymentsProjection(Writes writes, PositionWriter positions) {
    this.payments = new PaymentRows(writes);
    this.payouts = new PayoutRows(writes);
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

  @ResetHandler
  void reset() {
    payments.clear();
    payouts.clear();
    positions.forget(ProjectionNames.PAYMENTS);
  }
}
