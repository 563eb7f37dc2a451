package io.daybook.projections;

import static io.daybook.projections.Ids.document;
import static io.daybook.projections.Ids.entry;
import static io.daybook.projections.Ids.hold;
import static io.daybook.projections.Ids.kybCase;
import static io.daybook.projections.Ids.order;
import static io.daybook.projections.Ids.organiser;
import static io.daybook.projections.Ids.payment;
import static io.daybook.projections.Ids.payout;
import static io.daybook.projections.Ids.payoutAccount;
import static io.daybook.projections.Ids.pool;
import static io.daybook.projections.Ids.show;
import static io.daybook.projections.Ids.ticket;
import static io.daybook.projections.Ids.ticketType;
import static io.daybook.projections.Ids.user;

import io.daybook.kyb.casefile.Business;
import io.daybook.kyb.casefile.DocumentKind;
import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.kyb.casefile.KybEvent;
import io.daybook.ledger.DerivedId;
import io.daybook.ledger.DomainError;
import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.AccountKind;
import io.daybook.ledger.book.AccountTerms;
import io.daybook.ledger.book.BookEvent;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.EntryCause;
import io.daybook.ledger.book.EntryContent;
import io.daybook.ledger.book.EntryDecision;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.Posting;
import io.daybook.ledger.book.Refusal;
import io.daybook.ledger.book.RequestId;
import io.daybook.ledger.money.Money;
import io.daybook.ledger.payment.PaymentEvent;
import io.daybook.ledger.wallet.PayoutAccountEvent;
import io.daybook.ledger.wallet.PayoutEvent;
import io.daybook.ticketing.inventory.InventoryEvent;
import io.daybook.ticketing.inventory.PoolId;
import io.daybook.ticketing.order.OrderContent;
import io.daybook.ticketing.order.OrderEvent;
import io.daybook.ticketing.order.OrderId;
import io.daybook.ticketing.show.ShowEvent;
import io.daybook.ticketing.show.ShowId;
import io.daybook.ticketing.show.TicketType;
import io.daybook.ticketing.show.TicketTypeId;
import io.daybook.ticketing.ticket.TicketEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The events of an approved organiser, a show, sales that end in every way, wallets, chargebacks
 * and payouts.
 */
final class Story {
  static final Instant START = Instant.parse("2026-11-01T10:00:00Z");
  static final Instant HOLDS_END = START.plusSeconds(600);

  static final BookId BOOK = BookId.MAIN;
  static final AccountId CLEARING = new AccountId("clearing:payments:EUR");
  static final AccountId PAYABLE = new AccountId("organisers:club:payable:EUR");
  static final AccountId FEES = new AccountId("platform:fees:EUR");
  static final AccountId WALLET = new AccountId("wallets:fan:EUR");
  static final AccountId TIPPED = new AccountId("organisers:band:payable:EUR");
  static final EntryId SALE = entry("sale");
  static final EntryId REVERSAL = entry("reversal");

  static final UserId APPLICANT = user("applicant");
  static final UserId FIRST_OFFICER = user("first officer");
  static final UserId SECOND_OFFICER = user("second officer");
  static final UserId BUYER = user("buyer");
  static final OrganiserId CLUB = organiser("club");
  static final KybCaseId CASE = kybCase("club");

  static final ShowId SHOW = show("concert");
  static final TicketTypeId STANDING = ticketType("standing");
  static final PoolId POOL = pool("standing");
  static final Money PRICE = eur(40_00);

  private static final TicketType TYPE = new TicketType(STANDING, "Standing", PRICE, 10);

  private Story() {}

  static List<Object> events() {
    var events = new ArrayList<Object>();
    events.addAll(approval());
    events.addAll(publication());
    events.addAll(accounts());
    events.addAll(fulfilledSale("sale"));
    events.addAll(refund("sale"));
    events.addAll(unpaidOrders());
    events.addAll(latePayment("late"));
    events.addAll(payouts());
    events.addAll(wallets());
    events.addAll(chargebacks());
    events.addAll(proposedPayouts());
    return events;
  }

  static Money eur(long minorUnits) {
    return Money.of("EUR", minorUnits);
  }

  static List<Object> approval() {
    return List.of(
        opened(CASE, CLUB),
        attached(CASE, "damaged extract"),
        new KybEvent.CaseSubmitted(CASE, CLUB),
        new KybEvent.DocumentsChecked(CASE, "check 1", false),
        attached(CASE, "extract"),
        new KybEvent.CaseSubmitted(CASE, CLUB),
        new KybEvent.DocumentsChecked(CASE, "check 2", true),
        new KybEvent.ApprovalProposed(CASE, FIRST_OFFICER, "all clear"),
        new KybEvent.CaseApproved(CASE, CLUB, FIRST_OFFICER, SECOND_OFFICER, "agreed"));
  }

  static KybEvent opened(KybCaseId kybCase, OrganiserId organiser) {
    var business = new Business("Club \"Zur Post\" GmbH", "HRB 1", "DE", "concerts");
    return new KybEvent.CaseOpened(kybCase, organiser, APPLICANT, business);
  }

  private static KybEvent attached(KybCaseId kybCase, String name) {
    return new KybEvent.DocumentAttached(
        kybCase,
        document(name),
        DocumentKind.REGISTER_EXTRACT,
        "application/pdf",
        1_000,
        "ab".repeat(32));
  }

  static List<Object> publication() {
    return List.of(
        new ShowEvent.ShowCreated(SHOW, CLUB, "Concert", START.plusSeconds(86_400), List.of(TYPE)),
        new ShowEvent.ShowPublished(SHOW, CLUB, List.of(TYPE), CASE.value()),
        new InventoryEvent.PoolOpened(POOL, SHOW, STANDING, CLUB, PRICE, 10));
  }

  static List<Object> accounts() {
    return List.of(
        new BookEvent.BookOpened(BOOK),
        account(CLEARING, AccountKind.ASSET),
        account(PAYABLE, AccountKind.LIABILITY),
        account(FEES, AccountKind.REVENUE));
  }

  private static BookEvent account(AccountId account, AccountKind kind) {
    return new BookEvent.AccountOpened(BOOK, account, kind, PRICE.currency());
  }

  static List<Object> fulfilledSale(String name) {
    OrderId order = order(name);
    return List.of(
        held(name, List.of(1, 2)),
        placed(name, 2),
        new OrderEvent.PaymentStarted(order, payment(name), eur(80_00), "tok_ok"),
        requested(name),
        new PaymentEvent.PaymentAuthorised(payment(name), order.value(), "evt 1"),
        new PaymentEvent.PaymentCaptured(payment(name), order.value(), eur(80_00), "evt 2"),
        new InventoryEvent.HoldConverted(POOL, hold(name), order, List.of(1, 2)),
        new OrderEvent.OrderPaid(order, payment(name), List.of(1, 2), false),
        sale(entry(name), order),
        issued(name, 1),
        issued(name, 2),
        new OrderEvent.OrderFulfilled(order));
  }

  static InventoryEvent held(String name, List<Integer> seats) {
    return new InventoryEvent.SeatsHeld(POOL, hold(name), SHOW, BUYER, seats, PRICE, HOLDS_END);
  }

  static OrderEvent placed(String name, int quantity) {
    var content =
        new OrderContent(BUYER, CLUB, SHOW, STANDING, POOL, hold(name), quantity, PRICE, 500);
    return new OrderEvent.OrderPlaced(order(name), content, content.total(), content.fee());
  }

  private static PaymentEvent requested(String name) {
    return new PaymentEvent.PaymentRequested(
        payment(name), order(name).value(), eur(80_00), "tok_ok");
  }

  private static BookEvent sale(EntryId entry, OrderId order) {
    List<Posting> postings =
        List.of(
            Posting.debit(CLEARING, eur(80_00)),
            Posting.credit(PAYABLE, eur(50_00)),
            Posting.credit(PAYABLE, eur(26_00)),
            Posting.credit(FEES, eur(4_00)));
    return new BookEvent.EntryPosted(BOOK, entry, postings, "sale", order.value());
  }

  static BookEvent posted(String name, AccountId account) {
    List<Posting> postings =
        List.of(Posting.debit(CLEARING, eur(1)), Posting.credit(account, eur(1)));
    return new BookEvent.EntryPosted(BOOK, Ids.entry(name), postings, "", "");
  }

  private static TicketEvent issued(String name, int serial) {
    return new TicketEvent.TicketIssued(
        ticket(name + serial), order(name), SHOW, STANDING, BUYER, serial);
  }

  static List<Object> refund(String name) {
    OrderId order = order(name);
    List<Posting> mirrored =
        List.of(
            Posting.credit(CLEARING, eur(80_00)),
            Posting.debit(PAYABLE, eur(50_00)),
            Posting.debit(PAYABLE, eur(26_00)),
            Posting.debit(FEES, eur(4_00)));
    return List.of(
        refundRequested(name, List.of(1, 2), false),
        new TicketEvent.TicketRevoked(ticket(name + 1), order, "refunded"),
        new TicketEvent.TicketRevoked(ticket(name + 2), order, "refunded"),
        new InventoryEvent.SeatsReturned(POOL, order, List.of(1, 2)),
        new PaymentEvent.RefundRequested(
            payment(name), Ids.refund(name), order.value(), eur(80_00)),
        new BookEvent.EntryReversed(BOOK, REVERSAL, SALE, mirrored, "refund"),
        new PaymentEvent.PaymentRefunded(
            payment(name), Ids.refund(name), order.value(), eur(80_00), "evt 3"),
        new OrderEvent.OrderRefunded(order, Ids.refund(name), eur(80_00), false));
  }

  private static OrderEvent refundRequested(String name, List<Integer> seats, boolean late) {
    return new OrderEvent.OrderRefundRequested(
        order(name), payment(name), Ids.refund(name), eur(80_00), "wish", POOL, seats, late);
  }

  static List<Object> unpaidOrders() {
    return List.of(
        held("failed", List.of(3)),
        placed("failed", 1),
        new OrderEvent.PaymentStarted(order("failed"), payment("failed"), PRICE, "tok_declined"),
        requested("failed"),
        new PaymentEvent.PaymentFailed(
            payment("failed"), order("failed").value(), "declined", "evt 4"),
        new OrderEvent.OrderPaymentFailed(order("failed"), payment("failed"), "declined"),
        held("cancelled", List.of(4)),
        placed("cancelled", 1),
        new OrderEvent.OrderCancelled(order("cancelled")),
        new InventoryEvent.HoldReleased(POOL, hold("cancelled"), List.of(4)),
        held("open", List.of(5, 6)));
  }

  static List<Object> latePayment(String name) {
    OrderId order = order(name);
    return List.of(
        held(name, List.of(7, 8)),
        placed(name, 2),
        new OrderEvent.PaymentStarted(order, payment(name), eur(80_00), "tok_late"),
        requested(name),
        new InventoryEvent.HoldExpired(POOL, hold(name), List.of(7, 8)),
        new OrderEvent.OrderExpired(order),
        new PaymentEvent.PaymentCaptured(payment(name), order.value(), eur(80_00), "evt 5"),
        refundRequested(name, List.of(), true));
  }

  static List<Object> payouts() {
    return List.of(
        payoutRequested("paid"),
        new PayoutEvent.PayoutPosted(payout("paid"), CLUB, eur(10_00)),
        payoutRequested("refused"),
        new PayoutEvent.PayoutRefused(payout("refused"), CLUB, eur(10_00), "insufficient_funds"));
  }

  private static PayoutEvent payoutRequested(String name) {
    return new PayoutEvent.PayoutRequested(payout(name), CLUB, eur(10_00), APPLICANT, CASE.value());
  }

  /** A wallet is filled, held from, tips, and is refused to tip more. */
  static List<Object> wallets() {
    return List.of(
        account(WALLET, AccountKind.LIABILITY),
        account(TIPPED, AccountKind.LIABILITY),
        new BookEvent.AccountTermsSet(BOOK, WALLET, new AccountTerms(0L, null, "WALLET")),
        new BookEvent.AccountDescribed(BOOK, WALLET, Map.of("tier", "basic")),
        topUp("top-up", eur(10_00)),
        new PaymentEvent.PaymentCaptured(payment("top-up"), WALLET.value(), eur(10_00), "evt 6"),
        moved("top-up", CLEARING, WALLET, eur(10_00)),
        tip("tip", eur(1_00)),
        new BookEvent.WriteRefused(
            BOOK,
            new RequestId(DerivedId.of("req", "tip")),
            new Refusal("hash", "insufficient_funds", DomainError.Kind.CONFLICT, "no", true),
            BUYER,
            START));
  }

  private static PaymentEvent topUp(String name, Money amount) {
    return new PaymentEvent.PaymentRequested(payment(name), WALLET.value(), amount, "tok_ok");
  }

  private static BookEvent moved(String name, AccountId debit, AccountId credit, Money amount) {
    List<Posting> postings = List.of(Posting.debit(debit, amount), Posting.credit(credit, amount));
    return new BookEvent.EntryPosted(BOOK, entry(name), postings, "", payment("top-up").value());
  }

  private static BookEvent tip(String name, Money amount) {
    List<Posting> postings = List.of(Posting.debit(WALLET, amount), Posting.credit(TIPPED, amount));
    return new BookEvent.EntryRecorded(
        BOOK,
        entry(name),
        EntryContent.of(postings, "Tip", CLUB.value()),
        new EntryDecision(START, LocalDate.EPOCH, EntryCause.POSTED, null));
  }

  /** A top-up is charged back in part and won; another is charged back in whole. */
  static List<Object> chargebacks() {
    String wallet = WALLET.value();
    return List.of(
        new PaymentEvent.PaymentPartlyChargedBack(payment("top-up"), wallet, eur(4_00), "evt 7"),
        moved("taken", WALLET, CLEARING, eur(4_00)),
        new PaymentEvent.ChargebackWon(payment("top-up"), wallet, eur(4_00), "evt 8"),
        moved("won", CLEARING, WALLET, eur(4_00)),
        topUp("stolen", eur(2_00)),
        new PaymentEvent.PaymentCaptured(payment("stolen"), wallet, eur(2_00), "evt 9"),
        new PaymentEvent.PaymentChargedBack(payment("stolen"), wallet, eur(2_00), "evt 10"));
  }

  /** A payout is approved, another rejected, and their account removed. */
  static List<Object> proposedPayouts() {
    return List.of(
        new PayoutAccountEvent.PayoutAccountAdded(
            payoutAccount("bank"), CLUB, "bank_1", APPLICANT, START),
        proposed("large"),
        new PayoutEvent.PayoutApproved(payout("large"), FIRST_OFFICER),
        payoutRequested("large"),
        new PayoutEvent.PayoutPosted(payout("large"), CLUB, eur(10_00)),
        proposed("rejected"),
        new PayoutEvent.PayoutRejected(payout("rejected"), FIRST_OFFICER),
        new PayoutAccountEvent.PayoutAccountRemoved(payoutAccount("bank"), CLUB, APPLICANT));
  }

  private static PayoutEvent proposed(String name) {
    return new PayoutEvent.PayoutProposed(
        payout(name), CLUB, eur(10_00), payoutAccount("bank"), APPLICANT, true);
  }
}
