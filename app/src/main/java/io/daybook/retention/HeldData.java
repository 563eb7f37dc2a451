package io.daybook.retention;

import io.daybook.kyb.casefile.DocumentId;
import io.daybook.ledger.UserId;
import io.daybook.projections.audit.Activities;
import io.daybook.projections.audit.ActivityFilter;
import io.daybook.projections.audit.ActivityView;
import io.daybook.projections.cases.CaseDetailView;
import io.daybook.projections.cases.Cases;
import io.daybook.projections.orders.OrderView;
import io.daybook.projections.orders.Orders;
import io.daybook.projections.payments.PaymentView;
import io.daybook.projections.payments.Payments;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.tickets.TicketView;
import io.daybook.projections.tickets.Tickets;
import io.daybook.security.UserAccounts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects all that is held on one person, archived or not: GDPR, article 15. */
public final class HeldData {
  private final UserAccounts accounts;
  private final Cases cases;
  private final Orders orders;
  private final Tickets tickets;
  private final Payments payments;
  private final Activities activities;

  HeldData(UserAccounts accounts, Sources sources) {
    this.accounts = accounts;
    this.cases = sources.cases();
    this.orders = sources.orders();
    this.tickets = sources.tickets();
    this.payments = sources.payments();
    this.activities = sources.activities();
  }

  /** The read models that know of people. */
  record Sources(
      Cases cases, Orders orders, Tickets tickets, Payments payments, Activities activities) {}

  /**
   * What is held on a person.
   *
   * @param account absent if it was erased
   * @param cases the KYB cases of the person's business; documents are read one by one
   * @param acts what the person did, by the journal's index
   */
  public record Held(
      UserId person,
      UserAccounts.@Nullable Account account,
      List<CaseDetailView> cases,
      List<OrderView> orders,
      List<PaymentView> payments,
      List<TicketView> tickets,
      List<ActivityView> acts) {}

  /** Returns all that is held on {@code person}. */
  public Held on(UserId person) {
    List<OrderView> bought = all(page -> orders.findByBuyerWithArchive(person, page));
    var acts = new ActivityFilter(null, person.value(), null, null, null);
    return new Held(
        person,
        accounts.find(person.value()).orElse(null),
        cases(person),
        bought,
        bought.stream()
            .flatMap(order ->
                all(page -> payments.findByReference(order.order().value(), page)).stream())
            .toList(),
        all(page -> tickets.findByHolderWithArchive(person, page)),
        all(page -> activities.find(acts, page)));
  }

  /** Returns whether a document belongs to one of the person's cases. */
  public boolean isOf(UserId person, DocumentId document) {
    return cases(person).stream()
        .flatMap(file -> file.documents().stream())
        .anyMatch(attached -> attached.document().equals(document));
  }

  private List<CaseDetailView> cases(UserId person) {
    return all(page -> cases.findByApplicant(person, page)).stream()
        .flatMap(found -> cases.find(found.kybCase()).stream())
        .map(CaseDetailView::withoutScreening)
        .toList();
  }

  private static <T> List<T> all(Function<PageRequest, Page<T>> list) {
    var found = new ArrayList<T>();
    @Nullable String next = null;
    do {
      Page<T> page = list.apply(new PageRequest(PageRequest.MAX_LIMIT, next));
      found.addAll(page.data());
      next = page.next();
    } while (next != null);
    return found;
  }
}
