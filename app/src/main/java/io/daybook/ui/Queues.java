package io.daybook.ui;

import io.daybook.kyb.workflow.KybTasks;
import io.daybook.kyb.workflow.OpenTask;
import io.daybook.ledger.UserId;
import io.daybook.projections.cases.CaseState;
import io.daybook.projections.cases.CaseView;
import io.daybook.projections.cases.Cases;
import io.daybook.projections.cases.Screenings;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.security.Caller;
import io.daybook.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sorts the cases by who has to act. */
@Component
class Queues {
  private static final PageRequest FIRST = PageRequest.first(PageRequest.MAX_LIMIT);
  private static final PageRequest LATEST = PageRequest.first(25);
  private static final int MAX_TASKS = 2 * PageRequest.MAX_LIMIT;

  private final Cases cases;
  private final Screenings screenings;
  private final KybTasks tasks;
  private final Clock clock;

  Queues(Cases cases, Screenings screenings, KybTasks tasks, Clock clock) {
    this.cases = cases;
    this.screenings = screenings;
    this.tasks = tasks;
    this.clock = clock;
  }

  QueuePage page(Caller caller) {
    Page<CaseView> officers =
        cases.findByState(List.of(CaseState.CHECKED, CaseState.PROPOSED), FIRST);
    Page<CaseView> others =
        cases.findByState(List.of(CaseState.OPEN, CaseState.SUBMITTED, CaseState.DAMAGED), FIRST);
    Page<CaseView> decided =
        cases.findLatestByState(List.of(CaseState.APPROVED, CaseState.REJECTED), LATEST);
    List<CaseView> suspended =
        screenings.casesWithOpenHits(FIRST).data().stream()
            .filter(row -> row.state() == CaseState.APPROVED)
            .toList();
    Map<Boolean, List<CaseView>> own =
        officers.data().stream().collect(Collectors.partitioningBy(row -> isOwn(row, caller)));
    List<CaseView> waiting = new ArrayList<>(own.getOrDefault(true, List.of()));
    waiting.addAll(others.data());
    Rows rows = new Rows(openTasks(), clock.instant());
    List<QueuePage.Group> groups = new ArrayList<>();
    if (!suspended.isEmpty()) {
      groups.add(QueuePage.Group.of("Hits on approved businesses", "", rows.of(suspended), false));
    }
    Page<CaseView> reviews = cases.findInReview(FIRST);
    if (!reviews.data().isEmpty()) {
      groups.add(
          QueuePage.Group.of(
              "Reviews that are due", "", rows.of(reviews.data()), reviews.hasMore()));
    }
    groups.addAll(
        List.of(
            QueuePage.Group.of(
                caller.is(Role.OFFICER) ? "For you to decide" : "For officers to decide",
                "No case waits for a decision. New ones appear here by themselves.",
                rows.of(own.getOrDefault(false, List.of())),
                officers.hasMore()),
            QueuePage.Group.of(
                "Waiting for others",
                "No case waits for anyone else.",
                rows.of(waiting),
                others.hasMore()),
            QueuePage.Group.of(
                "Latest decisions",
                "No case is decided yet.",
                rows.of(decided.data()),
                decided.hasMore())));
    return QueuePage.of(List.copyOf(groups));
  }

  /** Whether the next step is another officer's because {@code caller} took this one. */
  private static boolean isOwn(CaseView row, Caller caller) {
    return row.state() == CaseState.PROPOSED
        && (isCaller(row.proposedBy(), caller) || isCaller(row.secondedBy(), caller));
  }

  private static boolean isCaller(@Nullable UserId officer, Caller caller) {
    return officer != null && officer.value().equals(caller.userId());
  }

  private Map<String, OpenTask> openTasks() {
    return tasks.openTasks(MAX_TASKS).stream()
        .collect(
            Collectors.toMap(task -> task.kybCase().value(), Function.identity(), (a, _) -> a));
  }

  private record Rows(Map<String, OpenTask> tasks, Instant now) {
    List<QueueRow> of(List<CaseView> cases) {
      return cases.stream()
          .map(row -> QueueRow.of(row, tasks.get(row.kybCase().value()), now))
          .toList();
    }
  }
}
