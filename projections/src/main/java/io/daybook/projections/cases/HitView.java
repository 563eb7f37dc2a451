package io.daybook.projections.cases;

import io.daybook.kyb.casefile.DismissalGround;
import io.daybook.kyb.casefile.HitId;
import io.daybook.kyb.casefile.HitState;
import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.kyb.casefile.PartyId;
import io.daybook.ledger.UserId;
import io.daybook.projections.shared.PersonalTexts;
import io.daybook.projections.shared.Row;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A hit of a KYB case; what has not happened yet is absent.
 *
 * @param entry the entry's id in its list
 * @param score in thousandths, from 0 to 1000
 * @param explanation what each part of the names has to do with the score
 * @param officer who decided last, and why
 * @param position the journal index of its last event
 */
public record HitView(
    HitId hit,
    KybCaseId kybCase,
    PartyId party,
    String watchlist,
    int version,
    String entry,
    int score,
    String listedName,
    String explanation,
    HitState state,
    @Nullable UserId officer,
    @Nullable DismissalGround ground,
    @Nullable String reason,
    Instant foundAt,
    @Nullable Instant decidedAt,
    long position) {
  static final String ENTRY = "entry";
  static final String LISTED_NAME = "listed_name";
  static final String EXPLANATION = "explanation";
  static final String REASON = "reason";

  /** Returns where a personal text of a hit is stored. */
  static String[] place(String column, String hit) {
    return new String[] {"read.kyb_hits", column, hit};
  }

  /** Returns this view, read as it is stored, with its personal texts as they read now. */
  HitView opened(PersonalTexts texts) {
    String row = hit.value();
    return new HitView(
        hit,
        kybCase,
        party,
        watchlist,
        version,
        texts.open(entry, place(ENTRY, row)),
        score,
        texts.open(listedName, place(LISTED_NAME, row)),
        texts.open(explanation, place(EXPLANATION, row)),
        state,
        officer,
        ground,
        reason == null ? null : texts.open(reason, place(REASON, row)),
        foundAt,
        decidedAt,
        position);
  }

  static HitView of(Row row) throws SQLException {
    return new HitView(
        row.value("hit_id", HitId::new),
        row.value("kyb_case_id", KybCaseId::new),
        row.value("party_id", PartyId::new),
        row.text("watchlist"),
        row.integer("version"),
        row.text(ENTRY),
        row.integer("score"),
        row.text(LISTED_NAME),
        row.text(EXPLANATION),
        row.value("state", HitState::valueOf),
        row.valueOrNull("officer", UserId::new),
        row.valueOrNull("ground", DismissalGround::valueOf),
        row.textOrNull(REASON),
        row.instant("found_at"),
        row.instantOrNull("decided_at"),
        row.number("position"));
  }
}
