package io.daybook.projections;

import static io.daybook.projections.Ids.hold;
import static io.daybook.projections.Ids.order;
import static io.daybook.projections.Ids.payment;
import static io.daybook.projections.Ids.payout;
import static io.daybook.projections.Ids.refund;
import static io.daybook.projections.Story.BOOK;
import static io.daybook.projections.Story.BUYER;
import static io.daybook.projections.Story.CASE;
import static io.daybook.projections.Story.CLUB;
import static io.daybook.projections.Story.HOLDS_END;
import static io.daybook.projections.Story.POOL;
import static io.daybook.projections.Story.SHOW;
import static io.daybook.projections.Story.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.daybook.ledger.OrganiserClearance;
import io.daybook.projections.audit.Activities;
import io.daybook.projections.audit.ActivityFilter;
import io.daybook.projections.audit.ActivityView;
import io.daybook.projections.balances.AccountView;
import io.daybook.projections.balances.Balances;
import io.daybook.projections.balances.EntryFilter;
import io.daybook.projections.balances.PostingView;
import io.daybook.projections.cases.CaseState;
import io.daybook.projections.cases.Cases;
import io.daybook.projections.cases.DocumentView;
import io.daybook.projections.cases.HistoryView;
import io.daybook.projections.orders.OrderState;
import io.daybook.projections.orders.OrderView;
import io.daybook.projections.orders.Orders;
import io.daybook.projections.payments.KnownPayoutAccounts;
import io.daybook.projections.payments.PaymentState;
import io.daybook.projections.payments.Payments;
import io.daybook.projections.payments.PayoutState;
import io.daybook.projections.payments.Payouts;
import io.daybook.projections.payments.RefundState;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shows.HoldState;
import io.daybook.projections.shows.Holds;
import io.daybook.projections.shows.ShowDetailView;
import io.daybook.projections.shows.ShowState;
import io.daybook.projections.shows.Shows;
import io.daybook.projections.tickets.TicketState;
import io.daybook.projections.tickets.TicketView;
import io.daybook.projections.tickets.Tickets;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the views say after a whole story. */
class StoryIT {
  private static final PageRequest FIRST = PageRequest.first(100);
  private static Deliveries deliveries;

  @BeforeAll
  static void tellTheStory() {
    deliveries = new Deliveries();
    deliveries.deliver(Story.events());
  }

  @AfterAll
  static void close() {
    deliveries.close();
  }

  @Test
  void theTrialBalanceIsZeroAndHasTheWholeTurnover() {
    var balance = deliveries.get(Balances.class).trialBalance(BOOK);

    assertThat(balance.isBalanced()).isTrue();
    assertThat(balance.accounts())
        .extracting(AccountView::account)
        .containsExactly(Story.CLEARING, Story.TIPPED, Story.PAYABLE, Story.FEES, Story.WALLET);
    assertThat(balance.totals()).hasSize(1);
    assertThat(balance.totals().getFirst().debitsMinor()).isEqualTo(BigInteger.valueOf(179_00));
    assertThat(balance.totals().getFirst().differenceMinor()).isEqualTo(BigInteger.ZERO);
  }

  @Test
  void aReversalAndWhatItUndoesPointAtEachOther() {
    Balances balances = deliveries.get(Balances.class);

    var sale = balances.findEntry(BOOK, Story.SALE).orElseThrow();
    var reversal = balances.findEntry(BOOK, Story.REVERSAL).orElseThrow();

    assertThat(sale.reversedBy()).isEqualTo(Story.REVERSAL);
    assertThat(reversal.reverses()).isEqualTo(Story.SALE);
    assertThat(reversal.reference()).isEqualTo(sale.reference());
    var ofTheSale = new EntryFilter(order("sale").value(), null, null, null, null);
    assertThat(balances.findEntries(BOOK, ofTheSale, FIRST).data()).containsExactly(reversal, sale);
  }

  @Test
  void anAccountsLinesHaveTheBalanceAfterTheirEntry() {
    var lines = deliveries.get(Balances.class).findPostings(BOOK, Story.PAYABLE, FIRST).data();

    assertThat(lines)
        .extracting(
            PostingView::line, PostingView::amount, line -> line.balanceAfterMinor().intValue())
        .containsExactly(
            tuple(2, eur(50_00), 76_00),
            tuple(3, eur(26_00), 76_00),
            tuple(2, eur(50_00), 0),
            tuple(3, eur(26_00), 0));
  }

  @Test
  void aPublishedShowSaysHowManySeatsAreFree() {
    ShowDetailView show = deliveries.get(Shows.class).find(SHOW).orElseThrow();

    assertThat(show.show().state()).isEqualTo(ShowState.PUBLISHED);
    assertThat(show.show().clearance()).isEqualTo(CASE.value());
    var type = show.ticketTypes().getFirst();
    assertThat(List.of(type.capacity(), type.held(), type.sold(), type.free()))
        .containsExactly(10, 3, 0, 7);
    assertThat(deliveries.get(Shows.class).findPools(SHOW).getFirst().free()).isEqualTo(7);
    assertThat(deliveries.get(Shows.class).findPublished(FIRST).data())
        .containsExactly(show.show());
  }

  @Test
  void holdsThatEndedButStillHoldSeatsAreFoundAtTheirEndAndNotBefore() {
    Holds holds = deliveries.get(Holds.class);

    assertThat(holds.findPoolsWithHoldsEndedBy(HOLDS_END)).containsExactly(POOL);
    assertThat(holds.findPoolsWithHoldsEndedBy(HOLDS_END.minusMillis(1))).isEmpty();
    assertThat(holds.find(hold("sale")).orElseThrow().state()).isEqualTo(HoldState.CONVERTED);
    assertThat(holds.find(hold("sale")).orElseThrow().order()).isEqualTo(order("sale"));
    assertThat(holds.find(hold("cancelled")).orElseThrow().state()).isEqualTo(HoldState.RELEASED);
    assertThat(holds.find(hold("late")).orElseThrow().state()).isEqualTo(HoldState.EXPIRED);
    assertThat(holds.find(hold("open")).orElseThrow().seats()).containsExactly(5, 6);
  }

  @Test
  void ordersAreInTheStateOfTheirLastEvent() {
    Orders orders = deliveries.get(Orders.class);

    assertThat(orders.findByBuyer(BUYER, FIRST).data())
        .extracting(OrderView::order, OrderView::state, OrderView::late)
        .containsExactly(
            tuple(order("late"), OrderState.REFUND_REQUESTED, true),
            tuple(order("cancelled"), OrderState.CANCELLED, false),
            tuple(order("failed"), OrderState.AWAITING_PAYMENT, false),
            tuple(order("sale"), OrderState.REFUNDED, false));
    assertThat(orders.findByOrganiser(CLUB, FIRST)).isEqualTo(orders.findByBuyer(BUYER, FIRST));
    assertThat(orders.find(order("failed")).orElseThrow().reason()).isEqualTo("declined");
    assertThat(orders.find(order("sale")).orElseThrow().fee()).isEqualTo(eur(4_00));
    assertThat(orders.find(order("sale")).orElseThrow().seats()).containsExactly(1, 2);
  }

  @Test
  void anOrderWhoseRefundWaitsIsCountedAsStuckOnlyAfterItsTime() {
    Orders orders = deliveries.get(Orders.class);
    var since = orders.find(order("late")).orElseThrow().times().updatedAt();

    assertThat(orders.findStuck(since)).isEmpty();
    assertThat(orders.findStuck(since.plusMillis(1)))
        .singleElement()
        .satisfies(stuck -> {
          assertThat(stuck.state()).isEqualTo(OrderState.REFUND_REQUESTED);
          assertThat(stuck.count()).isEqualTo(1);
          assertThat(stuck.oldest()).isEqualTo(since);
        });
  }

  @Test
  void ticketsOfARefundedOrderAreRevoked() {
    Tickets tickets = deliveries.get(Tickets.class);

    assertThat(tickets.findByOrder(order("sale")))
        .extracting(TicketView::serial, TicketView::state, TicketView::reason)
        .containsExactly(
            tuple(1, TicketState.REVOKED, "refunded"), tuple(2, TicketState.REVOKED, "refunded"));
    assertThat(tickets.findByHolder(BUYER, FIRST).data()).hasSize(2);
  }

  @Test
  void paymentsRefundsAndPayoutsAreInTheStateOfTheirLastEvent() {
    Payments payments = deliveries.get(Payments.class);
    Payouts payouts = deliveries.get(Payouts.class);

    assertThat(payments.find(payment("sale")).orElseThrow().state())
        .isEqualTo(PaymentState.REFUNDED);
    assertThat(payments.find(payment("failed")).orElseThrow().reason()).isEqualTo("declined");
    assertThat(payments.findByReference(order("late").value(), FIRST).data())
        .singleElement()
        .satisfies(payment -> assertThat(payment.state()).isEqualTo(PaymentState.CAPTURED));
    assertThat(payments.findRefund(refund("sale")).orElseThrow().state())
        .isEqualTo(RefundState.REFUNDED);
    assertThat(payouts.find(payout("paid")).orElseThrow().state()).isEqualTo(PayoutState.POSTED);
    assertThat(payouts.find(payout("refused")).orElseThrow().reason())
        .isEqualTo("insufficient_funds");
    assertThat(payouts.find(payout("large")).orElseThrow().state()).isEqualTo(PayoutState.POSTED);
    assertThat(payouts.find(payout("rejected")).orElseThrow().state())
        .isEqualTo(PayoutState.REJECTED);
    assertThat(payouts.findByOrganiser(CLUB, FIRST).data()).hasSize(4);
    assertThat(payments.find(payment("top-up")).orElseThrow().state())
        .isEqualTo(PaymentState.CHARGEBACK_WON);
    assertThat(payments.find(payment("stolen")).orElseThrow().state())
        .isEqualTo(PaymentState.CHARGED_BACK);
    assertThat(
            deliveries
                .get(KnownPayoutAccounts.class)
                .find(Ids.payoutAccount("bank"))
                .orElseThrow()
                .removedAt())
        .isNotNull();
  }

  @Test
  void aWalletHasWhatWasPutIntoItLessItsTips() {
    Balances balances = deliveries.get(Balances.class);

    var wallet = balances.findAccount(BOOK, Story.WALLET).orElseThrow();

    assertThat(wallet.balanceMinor()).isEqualTo(BigInteger.valueOf(9_00));
    assertThat(wallet.terms().minimumMinor()).isZero();
    assertThat(balances.findRefusedWrites(BOOK, FIRST).data())
        .singleElement()
        .satisfies(refused -> {
          assertThat(refused.code()).isEqualTo("insufficient_funds");
          assertThat(refused.sentBy()).isEqualTo(BUYER);
        });
  }

  @Test
  void aCaseHasItsDecisionItsSoundDocumentsAndItsHistory() {
    var found = deliveries.get(Cases.class).find(CASE).orElseThrow();

    assertThat(found.kybCase().state()).isEqualTo(CaseState.APPROVED);
    assertThat(found.kybCase().proposedBy()).isEqualTo(Story.FIRST_OFFICER);
    assertThat(found.kybCase().approvedBy()).isEqualTo(Story.SECOND_OFFICER);
    assertThat(found.documents())
        .extracting(DocumentView::document)
        .containsExactly(Ids.document("extract"));
    assertThat(found.history())
        .extracting(HistoryView::what, HistoryView::who)
        .startsWith(
            tuple("CaseOpened", Story.APPLICANT.value()), tuple("DocumentAttached", "tester"))
        .endsWith(
            tuple("ApprovalProposed", Story.FIRST_OFFICER.value()),
            tuple("CaseApproved", Story.SECOND_OFFICER.value()));
  }

  @Test
  void anApprovedOrganiserIsClearedByItsCase() {
    OrganiserClearance clearance = deliveries.get(OrganiserClearance.class);

    assertThat(clearance.find(CLUB)).contains(CASE.value());
    assertThat(clearance.find(Ids.organiser("stranger"))).isEmpty();
  }

  @Test
  void theActivityHasALineForEachEvent() {
    Activities activities = deliveries.get(Activities.class);
    var published = new ActivityFilter(null, "tester", "ShowPublished", Story.START, null);

    assertThat(activities.find(published, FIRST).data())
        .extracting(ActivityView::eventType)
        .containsExactly("ShowPublished");
    assertThat(activities.find(0))
        .get()
        .extracting(ActivityView::eventType)
        .isEqualTo("CaseOpened");
    assertThat(activities.find(deliveries.count() - 1)).isPresent();
    assertThat(activities.find(deliveries.count())).isEmpty();
  }
}
