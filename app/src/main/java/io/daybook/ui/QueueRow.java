package io.daybook.ui;

import io.daybook.kyb.workflow.OpenTask;
import io.daybook.projections.cases.CaseView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One case in the officers' queue.
 *
 * @param due such as "in 3 h"; empty if no officer is awaited
 * @param late whether that time has passed
 */
record QueueRow(
    String id,
    String legalName,
    String country,
    String state,
    String tone,
    String waitingFor,
    Moment opened,
    String due,
    boolean late) {
  static QueueRow of(CaseView kybCase, @Nullable OpenTask task, Instant now) {
    return new QueueRow(
        kybCase.kybCase().value(),
        kybCase.business().legalName(),
        CaseWords.country(kybCase.business().country()),
        CaseWords.state(kybCase),
        CaseWords.tone(kybCase),
        CaseWords.waitingFor(kybCase),
        Moment.toTheMinute(kybCase.openedAt()),
        task == null ? "" : CaseWords.due(task.due(), now),
        task != null && task.due().isBefore(now));
  }
}
