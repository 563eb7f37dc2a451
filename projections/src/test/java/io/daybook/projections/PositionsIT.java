package io.daybook.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.ledger.book.AccountId;
import io.daybook.projections.balances.Balances;
import io.daybook.projections.orders.OrderState;
import io.daybook.projections.orders.Orders;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shared.ProjectionPositions;
import io.daybook.projections.shared.ProjectionRebuilds;
import io.daybook.projections.shared.ProjectionStatus;
import io.daybook.projections.shared.Row;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** Positions, lag and rebuilding with Axon's real processors. */
class PositionsIT {
  private static final List<String> ORDERS = List.of(ProjectionNames.ORDERS);

  private LiveJournal journal;
  private ProjectionPositions positions;

  @BeforeEach
  void open() {
    journal = new LiveJournal(Clock.fixed(Story.START.plusSeconds(3_600), ZoneOffset.UTC));
    positions = journal.get(ProjectionPositions.class);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void whoWaitsForAPositionReadsWhatWasWritten() {
    long position = journal.append(Story.fulfilledSale("sale"));

    assertThat(positions.awaitPosition(ORDERS, position, Duration.ofSeconds(20))).isTrue();
    assertThat(journal.get(Orders.class).find(Ids.order("sale")).orElseThrow().state())
        .isEqualTo(OrderState.FULFILLED);
  }

  @Test
  void anEventThatAProjectionHasNoUseForStillMovesItOn() {
    long position = journal.append(Story.approval());

    assertThat(positions.awaitPosition(ORDERS, position, Duration.ofSeconds(20))).isTrue();
    assertThat(positions.position(ProjectionNames.ORDERS)).isEqualTo(position);
  }

  @Test
  void waitingForWhatIsNotRecordedYetEndsAtTheTimeout() {
    long position = journal.append(Story.approval());
    assertThat(journal.awaitAll(position)).isTrue();

    assertThat(positions.awaitPosition(ORDERS, position + 1, Duration.ZERO)).isFalse();
    assertThat(positions.awaitPosition(ORDERS, position + 1, Duration.ofMillis(30))).isFalse();
  }

  @Test
  void anInterruptEndsTheWaitAndStays() {
    Thread.currentThread().interrupt();

    assertThat(positions.awaitPosition(ORDERS, 0, Duration.ofSeconds(20))).isFalse();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aStoppedProjectionLagsByTheEventsThatItHasNotRead() {
    long before = journal.append(Story.unpaidOrders());
    assertThat(journal.awaitAll(before)).isTrue();
    assertThat(positions.findAll()).extracting(ProjectionStatus::lagEvents).containsOnly(0L);
    journal.processor(ProjectionNames.ORDERS).shutDown();

    journal.append(Story.latePayment("late"));

    ProjectionStatus status = positions.find(ProjectionNames.ORDERS).orElseThrow();
    assertThat(status.isRunning()).isFalse();
    // Stopped, it is known by the last event of its own, one before the end: a hold is not.
    assertThat(status.position()).isEqualTo(before - 2);
    assertThat(status.lagEvents()).isEqualTo(Story.latePayment("late").size() + 2L);
  }

  @Test
  void thePositionIsWrittenWithTheRows() {
    long position = journal.append(Story.unpaidOrders());
    assertThat(journal.awaitAll(position)).isTrue();

    // The last event is a hold, the one before it, too; orders are written up to their own last.
    assertThat(written(ProjectionNames.SHOWS)).containsExactly(position);
    assertThat(written(ProjectionNames.ORDERS)).containsExactly(position - 2);
  }

  @Test
  void aProjectionThatFailsStopsBeforeTheEventAndSaysSoWhileOthersGoOn() {
    assertThat(journal.awaitAll(journal.append(Story.accounts()))).isTrue();
    long before = positions.position(ProjectionNames.BALANCES);
    // Its accounts were never opened.
    long position = journal.append(List.of(Story.posted("lost", new AccountId("unknown"))));

    assertThat(positions.awaitPosition(ORDERS, position, Duration.ofSeconds(20))).isTrue();
    assertThat(
            positions.awaitPosition(
                List.of(ProjectionNames.BALANCES), position, Duration.ofSeconds(1)))
        .isFalse();
    ProjectionStatus status = positions.find(ProjectionNames.BALANCES).orElseThrow();
    assertThat(status.failure()).isEqualTo(DataIntegrityViolationException.class.getName());
    assertThat(status.position()).isEqualTo(before);
    assertThat(status.lagEvents()).isEqualTo(1);
    assertThat(written(ProjectionNames.BALANCES)).containsExactly(before);
    assertThat(journal.get(Balances.class).findEntry(Story.BOOK, Ids.entry("lost"))).isEmpty();
  }

  @Test
  void everyRebuiltProjectionHasTheRowsThatItHad() {
    long last = journal.append(Story.events());
    assertThat(journal.awaitAll(last)).isTrue();
    var before = journal.beans().checksums();
    // A row that no event stands for must not survive.
    journal.beans().jdbc().sql("update read.orders set state = 'PAID'").update();
    journal.beans().jdbc().sql("update read.accounts set debits_minor = 1").update();

    journal.get(ProjectionRebuilds.class).rebuild(ProjectionNames.ALL);

    assertThat(journal.awaitAll(last)).isTrue();
    assertThat(journal.beans().checksums()).isEqualTo(before);
  }

  @Test
  void aRebuildIsOverWhenAllIsReadEvenIfNothingNewComes() {
    long last = journal.append(Story.events());
    assertThat(journal.awaitAll(last)).isTrue();

    journal.get(ProjectionRebuilds.class).rebuild(ORDERS);

    assertThat(journal.awaitAll(last)).isTrue();
    assertThat(positions.find(ProjectionNames.ORDERS).orElseThrow().isReplaying()).isFalse();
    assertThat(positions.areIncomplete()).isFalse();
  }

  @Test
  void aProjectionIsIncompleteFromItsResetUntilItHasReadAll() {
    long last = journal.append(Story.events());
    assertThat(journal.awaitAll(last)).isTrue();
    assertThat(positions.areIncomplete()).isFalse();

    journal.processor(ProjectionNames.ORDERS).shutDown();
    assertThat(positions.areIncomplete()).isFalse();
    journal.processor(ProjectionNames.ORDERS).resetTokens();
    assertThat(positions.areIncomplete()).isTrue();
    journal.processor(ProjectionNames.ORDERS).start();

    assertThat(journal.awaitAll(last)).isTrue();
    assertThat(positions.areIncomplete()).isFalse();
  }

  @Test
  void whatIsNoProjectionIsNeitherFoundNorRebuilt() {
    assertThat(positions.find("nonsense")).isEmpty();
    assertThatThrownBy(() -> journal.get(ProjectionRebuilds.class).rebuild(List.of("nonsense")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<Long> written(String projection) {
    return journal
        .beans()
        .jdbc()
        .sql("select position from read.positions where projection = ?")
        .param(projection)
        .query(Row.mapper(row -> row.number("position")))
        .list();
  }
}
