package io.daybook.projections;

import static io.daybook.projections.Ids.order;
import static io.daybook.projections.Ids.organiser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.projections.audit.Activities;
import io.daybook.projections.audit.ActivityFilter;
import io.daybook.projections.cases.CaseState;
import io.daybook.projections.cases.CaseView;
import io.daybook.projections.cases.Cases;
import io.daybook.projections.orders.OrderView;
import io.daybook.projections.orders.Orders;
import io.daybook.projections.shared.InvalidCursorException;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.ticketing.order.OrderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists that are read page by page while events come in. */
class PagesIT {
  private Deliveries deliveries;
  private Orders orders;

  @BeforeEach
  void open() {
    deliveries = new Deliveries();
    orders = deliveries.get(Orders.class);
  }

  @AfterEach
  void close() {
    deliveries.close();
  }

  @Test
  void ordersThatArePlacedMeanwhileNeitherRepeatNorHideOthers() {
    deliveries.deliver(IntStream.range(0, 7).mapToObj(i -> Story.placed("old" + i, 1)).toList());
    var read = new ArrayList<OrderId>();
    @Nullable String after = null;
    do {
      Page<OrderView> page = orders.findByBuyer(Story.BUYER, new PageRequest(3, after));
      page.data().forEach(found -> read.add(found.order()));
      deliveries.deliver(Story.placed("new" + read.size(), 1));
      after = page.next();
    } while (after != null);

    assertThat(read)
        .containsExactlyElementsOf(
            IntStream.range(0, 7).mapToObj(i -> order("old" + (6 - i))).toList());
  }

  @Test
  void aPageThatIsJustFullIsTheLast() {
    deliveries.deliver(List.of(Story.placed("first", 1), Story.placed("second", 1)));

    Page<OrderView> full = orders.findByBuyer(Story.BUYER, PageRequest.first(2));
    Page<OrderView> half = orders.findByBuyer(Story.BUYER, PageRequest.first(1));

    assertThat(full.hasMore()).isFalse();
    assertThat(full.next()).isNull();
    assertThat(half.hasMore()).isTrue();
    assertThat(half.next()).isNotNull();
  }

  @Test
  void theOfficersQueueStartsWithTheOldestCase() {
    deliveries.deliver(
        List.of(
            Story.opened(Ids.kybCase("first"), organiser("first")),
            Story.opened(Ids.kybCase("second"), organiser("second"))));
    var open = List.of(CaseState.OPEN, CaseState.SUBMITTED);
    Cases cases = deliveries.get(Cases.class);

    Page<CaseView> first = cases.findByState(open, PageRequest.first(1));
    Page<CaseView> second = cases.findByState(open, new PageRequest(1, first.next()));

    assertThat(first.data()).extracting(CaseView::kybCase).containsExactly(Ids.kybCase("first"));
    assertThat(second.data()).extracting(CaseView::kybCase).containsExactly(Ids.kybCase("second"));
    assertThat(second.hasMore()).isFalse();
  }

  @Test
  void aCursorOfAnotherListIsRefused() {
    deliveries.deliver(List.of(Story.placed("first", 1), Story.placed("second", 1)));
    String cursor = orders.findByBuyer(Story.BUYER, PageRequest.first(1)).next();

    assertThatThrownBy(() ->
            deliveries.get(Activities.class).find(ActivityFilter.ALL, new PageRequest(1, cursor)))
        .isInstanceOf(InvalidCursorException.class);
  }

  @Test
  void aFilterWithWhatPostgresCannotStoreFindsNothing() {
    deliveries.deliver(Story.placed("first", 1));
    var filter = new ActivityFilter("a\0b", null, null, Instant.MIN, Instant.MAX);

    assertThat(deliveries.get(Activities.class).find(filter, PageRequest.first(1)).data())
        .isEmpty();
  }

  @Test
  void aPageHasFromOneToAHundredRows() {
    assertThat(PageRequest.first(1).limit()).isEqualTo(1);
    assertThat(PageRequest.first(100).limit()).isEqualTo(100);
    assertThatThrownBy(() -> PageRequest.first(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PageRequest.first(101)).isInstanceOf(IllegalArgumentException.class);
  }
}
