package io.daybook.replay;

import io.daybook.kyb.casefile.Business;
import io.daybook.kyb.casefile.DocumentId;
import io.daybook.kyb.casefile.DocumentKind;
import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.kyb.casefile.KybEvent;
import io.daybook.ledger.DerivedId;
import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.AccountKind;
import io.daybook.ledger.book.BookEvent;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.Posting;
import io.daybook.ledger.money.Money;
import io.daybook.ledger.payment.PaymentEvent;
import io.daybook.ledger.payment.PaymentId;
import io.daybook.ledger.payment.RefundId;
import io.daybook.ledger.wallet.PayoutEvent;
import io.daybook.ledger.wallet.PayoutId;
import io.daybook.ticketing.inventory.HoldId;
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
import io.daybook.ticketing.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/**
 * The events of organisers that are cleared or not, of their shows, and of sales that overlap and
 * end in every way, as many as wanted; the same for the same seed.
 */
public final class RandomSales {
  private static final BookId BOOK = BookId.MAIN;
  private static final AccountId CLEARING = new AccountId("clearing:payments:EUR");
  private static final AccountId FEES = new AccountId("platform:fees:EUR");
  private static final Instant HOLDS_END = Instant.parse("2026-11-01T10:10:00.123Z");
  private static final int OVERLAPPING = 40;
  private static final int OPENING = 400;

  private final String run;
  private final Random random;
  private final Map<String, Long> sequences = new HashMap<>();
  private final List<Deque<Step>> underWay = new ArrayList<>();
  private final Deque<Step> opening = new ArrayDeque<>();
  private final List<Sold> shows = new ArrayList<>();
  private long counter;

  /** Starts a story whose ids are all its own. */
  public RandomSales(String run, long seed) {
    this.run = run;
    this.random = new Random(seed);
  }

  private record Step(String type, String aggregate, Object event) {}

  private record Sold(
      OrganiserId organiser, AccountId payable, ShowId show, TicketTypeId type, PoolId pool) {}

  /** Returns the next {@code count} events. */
  public List<DomainEventMessage<?>> next(int count) {
    var events = new ArrayList<DomainEventMessage<?>>(count);
    while (events.size() < count) {
      if (opening.isEmpty() && counter % OPENING == 0) {
        opening.addAll(opening("o" + counter++));
      }
      if (!opening.isEmpty()) {
        // Nothing may be sold before it, so it does not overlap.
        events.add(message(opening.remove()));
      } else {
        nextOfASale().map(this::message).ifPresent(events::add);
      }
    }
    return events;
  }

  private Optional<Step> nextOfASale() {
    if (underWay.size() < OVERLAPPING) {
      underWay.add(new ArrayDeque<>(story()));
    }
    Deque<Step> story = underWay.get(random.nextInt(underWay.size()));
    if (story.isEmpty()) {
      underWay.remove(story);
    }
    return Optional.ofNullable(story.poll());
  }

  private DomainEventMessage<?> message(Step step) {
    long sequence = sequences.merge(step.aggregate, 0L, (old, zero) -> old + 1);
    return new GenericDomainEventMessage<>(
        step.type,
        step.aggregate,
        sequence,
        step.event,
        Map.of("actor", id("usr", "actor " + random.nextInt(500)), "channel", "rest"));
  }

  private List<Step> story() {
    long number = counter++;
    Sold sold = shows.get(random.nextInt(shows.size()));
    return switch (random.nextInt(60)) {
      case 0 -> kybCase("k" + number, organiser("x" + number), false);
      case 1, 2 -> payout("p" + number, sold, random.nextBoolean());
      case 3, 4, 5 -> unpaid("u" + number, sold);
      case 6, 7 -> late("l" + number, sold);
      case 8, 9, 10, 11 -> paid("r" + number, sold, true);
      default -> paid("s" + number, sold, false);
    };
  }

  /** An organiser is cleared and publishes a show; the first one opens the book, too. */
  private List<Step> opening(String name) {
    var steps = new ArrayList<Step>();
    if (shows.isEmpty()) {
      steps.add(book(new BookEvent.BookOpened(BOOK)));
      steps.add(account(CLEARING, AccountKind.ASSET));
      steps.add(account(FEES, AccountKind.REVENUE));
    }
    var sold =
        new Sold(
            organiser(name),
            new AccountId("organisers:" + run + "-" + name + ":payable:EUR"),
            new ShowId(id("shw", name)),
            new TicketTypeId(id("tty", name)),
            new PoolId(id("pol", name)));
    var type = new TicketType(sold.type, "Standing", price(), 1_000_000);
    String show = sold.show.value();
    steps.addAll(kybCase(name, sold.organiser, true));
    steps.add(account(sold.payable, AccountKind.LIABILITY));
    steps.add(
        new Step(
            "Show",
            show,
            new ShowEvent.ShowCreated(
                sold.show, sold.organiser, "Concert \u2013 " + name, HOLDS_END, List.of(type))));
    steps.add(
        new Step(
            "Show",
            show,
            new ShowEvent.ShowPublished(
                sold.show, sold.organiser, List.of(type), id("kyb", name))));
    steps.add(
        pool(
            new InventoryEvent.PoolOpened(
                sold.pool, sold.show, sold.type, sold.organiser, price(), 1_000_000)));
    shows.add(sold);
    return steps;
  }

  private List<Step> kybCase(String name, OrganiserId organiser, boolean isApproved) {
    var kyb = new KybCaseId(id("kyb", name));
    var applicant = new UserId(id("usr", name));
    var first = new UserId(id("usr", "first officer"));
    var second = new UserId(id("usr", "second officer"));
    var events = new ArrayList<KybEvent>();
    events.add(
        new KybEvent.CaseOpened(
            kyb, organiser, applicant, new Business("Club " + name, "HRB 1", "DE", "concerts")));
    events.add(attached(kyb, name + " damaged"));
    events.add(new KybEvent.CaseSubmitted(kyb, organiser));
    events.add(new KybEvent.DocumentsChecked(kyb, "check 1", isApproved));
    if (!isApproved) {
      events.add(attached(kyb, name + " again"));
      events.add(new KybEvent.CaseRejected(kyb, organiser, first, "no register"));
    } else {
      events.add(new KybEvent.ApprovalProposed(kyb, first, "all clear"));
      events.add(new KybEvent.CaseApproved(kyb, organiser, first, second, "agreed"));
    }
    return events.stream().map(event -> new Step("KybCase", kyb.value(), event)).toList();
  }

  private KybEvent attached(KybCaseId kyb, String name) {
    return new KybEvent.DocumentAttached(
        kyb,
        new DocumentId(id("doc", name)),
        DocumentKind.REGISTER_EXTRACT,
        "application/pdf",
        1_000 + random.nextInt(1_000),
        "ab".repeat(32));
  }

  private List<Step> paid(String name, Sold sold, boolean isRefunded) {
    int seats = 1 + random.nextInt(4);
    var order = new OrderId(id("ord", name));
    var payment = new PaymentId(id("pay", name));
    var numbers = IntStream.rangeClosed(1, seats).boxed().toList();
    Money total = eur(price().minorUnits() * seats);
    Money fee = eur(total.minorUnits() / 20);
    Money share = eur(total.minorUnits() - fee.minorUnits());
    var postings =
        List.of(
            Posting.debit(CLEARING, total),
            Posting.credit(sold.payable, share),
            Posting.credit(FEES, fee));
    var steps = new ArrayList<>(started(name, sold, seats));
    steps.add(payment(payment, new PaymentEvent.PaymentAuthorised(payment, order.value(), "a")));
    steps.add(
        payment(payment, new PaymentEvent.PaymentCaptured(payment, order.value(), total, "c")));
    steps.add(pool(new InventoryEvent.HoldConverted(sold.pool, hold(name), order, numbers)));
    steps.add(order(new OrderEvent.OrderPaid(order, payment, numbers, false)));
    steps.add(book(new BookEvent.EntryPosted(BOOK, entry(name), postings, "sale", order.value())));
    for (int serial : numbers) {
      var ticket = new TicketId(id("tkt", name + "/" + serial));
      steps.add(
          ticket(
              new TicketEvent.TicketIssued(
                  ticket, order, sold.show, sold.type, buyer(name), serial)));
    }
    steps.add(order(new OrderEvent.OrderFulfilled(order)));
    if (isRefunded) {
      steps.addAll(refund(name, sold, numbers, total, fee));
    }
    return steps;
  }

  private List<Step> refund(String name, Sold sold, List<Integer> seats, Money total, Money fee) {
    var order = new OrderId(id("ord", name));
    var payment = new PaymentId(id("pay", name));
    var refund = new RefundId(id("rfd", name));
    var mirrored =
        List.of(
            Posting.credit(CLEARING, total),
            Posting.debit(sold.payable, eur(total.minorUnits() - fee.minorUnits())),
            Posting.debit(FEES, fee));
    var steps = new ArrayList<Step>();
    steps.add(
        order(
            new OrderEvent.OrderRefundRequested(
                order, payment, refund, total, "wish", sold.pool, seats, false)));
    for (int serial : seats) {
      var ticket = new TicketId(id("tkt", name + "/" + serial));
      steps.add(ticket(new TicketEvent.TicketRevoked(ticket, order, "refunded")));
    }
    steps.add(pool(new InventoryEvent.SeatsReturned(sold.pool, order, seats)));
    steps.add(
        payment(payment, new PaymentEvent.RefundRequested(payment, refund, order.value(), total)));
    steps.add(
        book(
            new BookEvent.EntryReversed(
                BOOK, entry(name + " back"), entry(name), mirrored, "refund")));
    steps.add(
        payment(
            payment, new PaymentEvent.PaymentRefunded(payment, refund, order.value(), total, "r")));
    steps.add(order(new OrderEvent.OrderRefunded(order, refund, total, false)));
    return steps;
  }

  private List<Step> unpaid(String name, Sold sold) {
    var order = new OrderId(id("ord", name));
    var payment = new PaymentId(id("pay", name));
    var steps = new ArrayList<>(started(name, sold, 1));
    steps.add(
        payment(payment, new PaymentEvent.PaymentFailed(payment, order.value(), "declined", "f")));
    steps.add(order(new OrderEvent.OrderPaymentFailed(order, payment, "declined")));
    steps.add(order(new OrderEvent.OrderCancelled(order)));
    steps.add(pool(new InventoryEvent.HoldReleased(sold.pool, hold(name), List.of(1))));
    return steps;
  }

  private List<Step> late(String name, Sold sold) {
    var order = new OrderId(id("ord", name));
    var payment = new PaymentId(id("pay", name));
    var steps = new ArrayList<>(started(name, sold, 1));
    steps.add(pool(new InventoryEvent.HoldExpired(sold.pool, hold(name), List.of(1))));
    steps.add(order(new OrderEvent.OrderExpired(order)));
    steps.add(
        payment(payment, new PaymentEvent.PaymentCaptured(payment, order.value(), price(), "c")));
    steps.add(
        order(
            new OrderEvent.OrderRefundRequested(
                order,
                payment,
                new RefundId(id("rfd", name)),
                price(),
                "late",
                sold.pool,
                List.of(),
                true)));
    return steps;
  }

  private List<Step> started(String name, Sold sold, int seats) {
    var order = new OrderId(id("ord", name));
    var payment = new PaymentId(id("pay", name));
    var content =
        new OrderContent(
            buyer(name),
            sold.organiser,
            sold.show,
            sold.type,
            sold.pool,
            hold(name),
            seats,
            price(),
            500);
    return List.of(
        pool(
            new InventoryEvent.SeatsHeld(
                sold.pool,
                hold(name),
                sold.show,
                buyer(name),
                IntStream.rangeClosed(1, seats).boxed().toList(),
                price(),
                HOLDS_END)),
        order(new OrderEvent.OrderPlaced(order, content, content.total(), content.fee())),
        order(new OrderEvent.PaymentStarted(order, payment, content.total(), "sim_ok")),
        payment(
            payment,
            new PaymentEvent.PaymentRequested(payment, order.value(), content.total(), "sim_ok")));
  }

  private List<Step> payout(String name, Sold sold, boolean isPosted) {
    var payout = new PayoutId(id("pyo", name));
    Money amount = eur(1 + random.nextInt(100_000));
    var requested =
        new PayoutEvent.PayoutRequested(payout, sold.organiser, amount, buyer(name), "cleared");
    var ended =
        isPosted
            ? new PayoutEvent.PayoutPosted(payout, sold.organiser, amount)
            : new PayoutEvent.PayoutRefused(payout, sold.organiser, amount, "insufficient_funds");
    return List.of(
        new Step("Payout", payout.value(), requested), new Step("Payout", payout.value(), ended));
  }

  private static Step account(AccountId account, AccountKind kind) {
    return book(new BookEvent.AccountOpened(BOOK, account, kind, price().currency()));
  }

  private static Step book(BookEvent event) {
    return new Step("Book", BOOK.value(), event);
  }

  private static Step pool(InventoryEvent event) {
    return new Step("InventoryPool", event.pool().value(), event);
  }

  private static Step order(OrderEvent event) {
    return new Step("Order", event.order().value(), event);
  }

  private static Step ticket(TicketEvent event) {
    return new Step("Ticket", event.ticket().value(), event);
  }

  private static Step payment(PaymentId payment, PaymentEvent event) {
    return new Step("Payment", payment.value(), event);
  }

  private OrganiserId organiser(String name) {
    return new OrganiserId(id("org", name));
  }

  private UserId buyer(String name) {
    return new UserId(id("usr", "buyer " + name.hashCode() % 2_000));
  }

  private HoldId hold(String name) {
    return new HoldId(id("hld", name));
  }

  private EntryId entry(String name) {
    return new EntryId(id("ent", name));
  }

  private String id(String prefix, String name) {
    return DerivedId.of(prefix, run, name);
  }

  private static Money price() {
    return eur(40_00);
  }

  private static Money eur(long minorUnits) {
    return Money.of("EUR", minorUnits);
  }
}
