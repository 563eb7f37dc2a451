package io.daybook.projections.cases;

import io.daybook.kyb.casefile.DismissalGround;
import io.daybook.kyb.casefile.FoundHit;
import io.daybook.kyb.casefile.HitId;
import io.daybook.kyb.casefile.HitState;
import io.daybook.kyb.casefile.KybEvent;
import io.daybook.kyb.casefile.KybEvent.HitConfirmed;
import io.daybook.kyb.casefile.KybEvent.HitDismissalProposed;
import io.daybook.kyb.casefile.KybEvent.HitDismissed;
import io.daybook.kyb.casefile.KybEvent.HitFound;
import io.daybook.kyb.casefile.KybEvent.HitReopened;
import io.daybook.kyb.casefile.KybEvent.ScreeningPerformed;
import io.daybook.ledger.UserId;
import io.daybook.projections.shared.Column;
import io.daybook.projections.shared.Draft;
import io.daybook.projections.shared.Drafts;
import io.daybook.projections.shared.PersonalTexts;
import io.daybook.projections.shared.Recorded;
import io.daybook.projections.shared.RowKey;
import io.daybook.projections.shared.Table;
import io.daybook.projections.shared.Writes;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps one row for each hit of a KYB case, also for those that are none any more. */
final class HitRows {
  private static final Table HITS =
      Table.named("kyb_hits")
          .key("hit_id")
          .texts("kyb_case_id", "party_id", "watchlist", "entry", "listed_name", "explanation")
          .texts("state", "officer", "ground", "reason")
          .integers("revision", "version", "score")
          .times("found_at", "decided_at")
          .numbers("seen_position", "created_position", "position");

  private final Writes writes;
  private final PersonalTexts texts;

  HitRows(Writes writes, PersonalTexts texts) {
    this.writes = writes;
    this.texts = texts;
  }

  /** What an officer decided. */
  private record Decision(
      HitState state, UserId officer, @Nullable DismissalGround ground, String reason) {}

  void find(HitFound event, Recorded at) {
    RowKey key = HITS.row(event.hit().value());
    writes.change(rows -> find(event, at, rows, key), key);
  }

  void see(ScreeningPerformed event, Recorded at) {
    for (HitId hit : event.hits()) {
      change(hit, at, row -> row.set("seen_position", at.position()));
    }
  }

  void reopen(HitReopened event, Recorded at) {
    change(
        event.hit(),
        at,
        row ->
            row.set("state", HitState.OPEN.name())
                .set("officer", null)
                .set("ground", null)
                .set("reason", null)
                .set("decided_at", null));
  }

  void decide(HitDismissalProposed event, Recorded at) {
    decide(
        event,
        event.hit(),
        new Decision(HitState.DISMISSAL_PROPOSED, event.officer(), event.ground(), event.reason()),
        at);
  }

  void decide(HitDismissed event, Recorded at) {
    decide(
        event,
        event.hit(),
        new Decision(HitState.DISMISSED, event.officer(), event.ground(), event.reason()),
        at);
  }

  void decide(HitConfirmed event, Recorded at) {
    decide(
        event,
        event.hit(),
        new Decision(HitState.CONFIRMED, event.officer(), null, event.reason()),
        at);
  }

  void clear() {
    writes.empty(HITS);
  }

  private void decide(KybEvent event, HitId hit, Decision decision, Recorded at) {
    DismissalGround ground = decision.ground();
    change(
        hit,
        at,
        row ->
            row.set("state", decision.state().name())
                .set("officer", decision.officer().value())
                .set("ground", ground == null ? null : ground.name())
                .set("reason", sealed(event, hit, HitView.REASON, decision.reason()))
                .set("decided_at", at.time()));
  }

  private void change(HitId hit, Recorded at, Consumer<Draft> change) {
    RowKey key = HITS.row(hit.value());
    writes.change(rows -> rows.advance(key, at).ifPresent(change), key);
  }

  private void find(HitFound event, Recorded at, Drafts rows, RowKey key) {
    rows.create(key)
        .map(row ->
            row.set("state", HitState.OPEN.name())
                .set("created_position", at.position())
                .set("position", at.position()))
        .or(() -> rows.advance(key, at))
        .ifPresent(row -> fill(event, at, row));
  }

  private void fill(HitFound event, Recorded at, Draft row) {
    FoundHit found = event.found();
    row.set("kyb_case_id", event.kybCase().value())
        .set("party_id", found.party().value())
        .set("revision", found.revision())
        .set("watchlist", found.watchlist())
        .set("version", found.version())
        .set("entry", sealed(event, event.hit(), HitView.ENTRY, found.entry()))
        .set("score", found.score())
        .set("listed_name", sealed(event, event.hit(), HitView.LISTED_NAME, found.listedName()))
        .set("explanation", sealed(event, event.hit(), HitView.EXPLANATION, found.explanation()))
        .set("found_at", at.time());
  }

  private String sealed(KybEvent event, HitId hit, String column, String text) {
    return texts.seal(
        event.kybCase().value(), Column.text(text), HitView.place(column, hit.value()));
  }
}
