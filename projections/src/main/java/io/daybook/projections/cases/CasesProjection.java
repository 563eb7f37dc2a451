package io.daybook.projections.cases;

import io.daybook.kyb.casefile.KybEvent;
import io.daybook.projections.shared.PersonalTexts;
import io.daybook.projections.shared.PositionWriter;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shared.Recorded;
import io.daybook.projections.shared.Writes;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;

/** Keeps KYB cases, their documents and their history. */
@ProcessingGroup(ProjectionNames.CASES)
final class CasesProjection {
  private final CaseRows cases;
  private final HistoryRows history;
  private final PositionWriter positions;

  CasesProjection(Writes writes, PositionWriter positions, PersonalTexts texts) {
    this.cases = new CaseRows(writes, texts);
    this.history = new HistoryRows(writes, texts);
    this.positions = positions;
  }

  @EventHandler
  void on(
      KybEvent event,
      TrackingToken token,
      @Timestamp Instant time,
      @MetaDataValue("actor") @Nullable String actor) {
    Recorded at = positions.reached(ProjectionNames.CASES, token, time);
    cases.apply(event, at);
    history.add(event, actor, at);
  }

  @ResetHandler
  void reset() {
    history.clear();
    cases.clear();
    positions.forget(ProjectionNames.CASES);
  }
}
