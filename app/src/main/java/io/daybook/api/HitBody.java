package io.daybook.api;

import io.daybook.kyb.casefile.DismissalGround;
import io.daybook.kyb.casefile.HitId;
import io.daybook.kyb.casefile.HitState;
import io.daybook.kyb.casefile.PartyId;
import io.daybook.kyb.screening.name.PartMatch;
import io.daybook.ledger.UserId;
import io.daybook.projections.cases.HitView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hit as officers see it.
 *
 * @param score in thousandths, from 0 to 1000
 * @param rows what each part of the names has to do with the score
 */
record HitBody(
    HitId id,
    PartyId party,
    String watchlist,
    int version,
    String entry,
    int score,
    String listedName,
    String explanation,
    List<Row> rows,
    HitState state,
    @Nullable UserId officer,
    @Nullable DismissalGround ground,
    @Nullable String reason,
    Instant foundAt,
    @Nullable Instant decidedAt) {
  /**
   * One row of the explanation.
   *
   * @param party the party's words, or empty
   * @param listed the list's words, or empty
   * @param score from 0 to 1
   */
  record Row(PartMatch.Kind kind, String party, String listed, double score, double weight) {}

  static HitBody of(HitView view) {
    return new HitBody(
        view.hit(),
        view.party(),
        view.watchlist(),
        view.version(),
        view.entry(),
        view.score(),
        view.listedName(),
        view.explanation(),
        PartMatch.readAll(view.explanation()).stream()
            .map(row -> new Row(row.kind(), row.query(), row.listed(), row.score(), row.weight()))
            .toList(),
        view.state(),
        view.officer(),
        view.ground(),
        view.reason(),
        view.foundAt(),
        view.decidedAt());
  }
}
