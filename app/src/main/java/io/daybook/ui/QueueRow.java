package io.daybook.ui;

import io.daybook.kyb.workflow.OpenTask;
import io.daybook.projections.cases.CaseView;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One case in the officers' queue. */
record QueueRow(
    String id,
    String legalName,
    String country,
    String state,
    String tone,
    String waitingFor,
    String opened,
    String due) {
  static QueueRow of(CaseView kybCase, Map<String, OpenTask> tasks) {
    @Nullable OpenTask task = tasks.get(kybCase.kybCase().value());
    return new QueueRow(
        kybCase.kybCase().value(),
        kybCase.business().legalName(),
        kybCase.business().country(),
        CaseWords.state(kybCase.state()),
        CaseWords.tone(kybCase.state()),
        CaseWords.waitingFor(kybCase.state()),
        CaseWords.time(kybCase.openedAt()),
        task == null ? "–" : CaseWords.time(task.due()));
  }
}
