package io.daybook.ticketing.sale;

import static io.daybook.ledger.book.ChartOfAccounts.chargebackLosses;
import static io.daybook.ledger.book.ChartOfAccounts.disputedPayments;
import static io.daybook.ledger.book.ChartOfAccounts.paymentClearing;
import static io.daybook.ledger.book.Posting.credit;
import static io.daybook.ledger.book.Posting.debit;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.CommandSender;
import io.daybook.ledger.DerivedId;
import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.AccountKind;
import io.daybook.ledger.book.BookCommand.OpenAccount;
import io.daybook.ledger.book.BookCommand.PostEntry;
import io.daybook.ledger.book.BookError.AlreadyReversed;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.payment.DisputeEntries;
import io.daybook.ledger.payment.PaymentEvent.ChargebackWon;
import io.daybook.ledger.payment.PaymentEvent.PaymentChargedBack;
import io.daybook.ledger.payment.PaymentEvent.PaymentPartlyChargedBack;
import io.daybook.ticketing.inventory.InventoryCommand.ReturnSeats;
import io.daybook.ticketing.order.OrderCommand.ChargeOrderBack;
import io.daybook.ticketing.order.OrderError.OrderNotFulfilled;
import io.daybook.ticketing.order.OrderEvent.OrderChargedBack;
import io.daybook.ticketing.order.OrderId;
import io.daybook.ticketing.ticket.TicketCommand.RevokeTicket;
import io.daybook.ticketing.ticket.TicketId;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/**
 * What follows from a chargeback of a sale: tickets are revoked, the sale is undone in the ledger
 * and the seats are free again. The organiser's account may go below zero by it; later sales fill
 * it up first, and nothing is paid out until then.
 *
 * <p>It may run again after a crash: its commands carry derived ids.
 */
@ProcessingGroup(Chargebacks.GROUP)
final class Chargebacks {
  static final String GROUP = "chargeback";

  private static final String ORDERS = "ord_";

  private final CommandSender commands;

  Chargebacks(CommandSender commands) {
    this.commands = commands;
  }

  @EventHandler
  void on(PaymentChargedBack event) {
    if (!event.reference().startsWith(ORDERS)) {
      return;
    }
    try {
      commands.send(new ChargeOrderBack(new OrderId(event.reference()), event.payment()));
    } catch (CommandRefused refused) {
      if (refused.error() instanceof OrderNotFulfilled) {
        throw refused; // It is about to be, so this event is tried again.
      }
      bear(event);
    }
  }

  /** The order stands: the buyer disputes a part. Finance decides who bears it. */
  @EventHandler
  void on(PaymentPartlyChargedBack event) {
    if (event.reference().startsWith(ORDERS)) {
      settle(event.amount().currency(), disputed -> DisputeEntries.taken(event, disputed));
    }
  }

  /** Tickets stay revoked and seats sold to others; finance decides who gets the money. */
  @EventHandler
  void on(ChargebackWon event) {
    if (event.reference().startsWith(ORDERS)) {
      settle(event.amount().currency(), disputed -> DisputeEntries.won(event, disputed));
    }
  }

  private void settle(Currency currency, Function<AccountId, PostEntry> entry) {
    AccountId disputed = disputedPayments(currency);
    commands.send(new OpenAccount(BookId.MAIN, disputed, AccountKind.ASSET, currency));
    commands.send(entry.apply(disputed));
  }

  /** The buyer has the money twice, so it is lost to us. */
  private void bear(PaymentChargedBack event) {
    Currency currency = event.amount().currency();
    commands.send(
        new OpenAccount(BookId.MAIN, chargebackLosses(currency), AccountKind.EXPENSE, currency));
    commands.send(
        new PostEntry(
            BookId.MAIN,
            new EntryId(DerivedId.of("ent", "chargeback-loss", event.payment().value())),
            List.of(
                debit(chargebackLosses(currency), event.amount()),
                credit(paymentClearing(currency), event.amount())),
            "Chargeback of a payment that was given back",
            event.payment().value(),
            List.of()));
  }

  @EventHandler
  void on(OrderChargedBack event) {
    for (int seat : event.seats()) {
      commands.send(new RevokeTicket(TicketId.of(event.order(), seat), "chargeback"));
    }
    undoSale(event.order());
    commands.send(new ReturnSeats(event.pool(), event.order()));
  }

  private void undoSale(OrderId order) {
    try {
      commands.send(SaleEntries.chargebackOfSale(order));
    } catch (CommandRefused refused) {
      if (!(refused.error() instanceof AlreadyReversed)) {
        throw refused;
      }
      // Finance has undone it by hand, so the books have it.
    }
  }
}
