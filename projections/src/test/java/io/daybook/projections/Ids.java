package io.daybook.projections;

import io.daybook.kyb.casefile.DocumentId;
import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.ledger.DerivedId;
import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.payment.PaymentId;
import io.daybook.ledger.payment.RefundId;
import io.daybook.ledger.wallet.PayoutAccountId;
import io.daybook.ledger.wallet.PayoutId;
import io.daybook.ticketing.inventory.HoldId;
import io.daybook.ticketing.inventory.PoolId;
import io.daybook.ticketing.order.OrderId;
import io.daybook.ticketing.show.ShowId;
import io.daybook.ticketing.show.TicketTypeId;
import io.daybook.ticketing.ticket.TicketId;

/** Identifiers by name. */
final class Ids {
  private Ids() {}

  static UserId user(String name) {
    return new UserId(DerivedId.of("usr", name));
  }

  static OrganiserId organiser(String name) {
    return new OrganiserId(DerivedId.of("org", name));
  }

  static KybCaseId kybCase(String name) {
    return new KybCaseId(DerivedId.of("kyb", name));
  }

  static DocumentId document(String name) {
    return new DocumentId(DerivedId.of("doc", name));
  }

  static ShowId show(String name) {
    return new ShowId(DerivedId.of("shw", name));
  }

  static TicketTypeId ticketType(String name) {
    return new TicketTypeId(DerivedId.of("tty", name));
  }

  static PoolId pool(String name) {
    return new PoolId(DerivedId.of("pol", name));
  }

  static HoldId hold(String name) {
    return new HoldId(DerivedId.of("hld", name));
  }

  static OrderId order(String name) {
    return new OrderId(DerivedId.of("ord", name));
  }

  static TicketId ticket(String name) {
    return new TicketId(DerivedId.of("tkt", name));
  }

  static PaymentId payment(String name) {
    return new PaymentId(DerivedId.of("pay", name));
  }

  static RefundId refund(String name) {
    return new RefundId(DerivedId.of("rfd", name));
  }

  static PayoutId payout(String name) {
    return new PayoutId(DerivedId.of("pyo", name));
  }

  static PayoutAccountId payoutAccount(String name) {
    return new PayoutAccountId(DerivedId.of("pac", name));
  }

  static EntryId entry(String name) {
    return new EntryId(DerivedId.of("ent", name));
  }
}
