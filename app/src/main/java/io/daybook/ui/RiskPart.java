package io.daybook.ui;

import io.daybook.kyb.casefile.RiskBand;
import io.daybook.kyb.casefile.RiskFactor;
import io.daybook.kyb.rules.UsedTable;
import io.daybook.projections.cases.CaseView;
import io.daybook.projections.cases.ReviewView;
import io.daybook.projections.cases.RiskView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How risky a business is, as its page shows it.
 *
 * @param tone the band's colour class
 * @param summary score, who decides, and when that was said
 * @param review when the business is reviewed; empty if it is not approved
 */
record RiskPart(
    String band,
    String tone,
    String summary,
    String review,
    List<RiskFactor> factors,
    List<UsedTable> tables) {
  /** Returns the risk of a case; null if it was never assessed. */
  static @Nullable RiskPart of(CaseView kybCase) {
    RiskView risk = kybCase.risk();
    if (risk == null) {
      return null;
    }
    ReviewView review = kybCase.review();
    return new RiskPart(
        CaseWords.constant(risk.band()),
        tone(risk.band()),
        "%d points, assessed on %s; %s officers must agree."
            .formatted(
                risk.score(),
                Moment.toTheMinute(risk.assessedAt()).text(),
                risk.officers() > 2 ? "three" : "two"),
        review == null ? "" : review(review),
        risk.factors(),
        risk.tables());
  }

  private static String review(ReviewView review) {
    String due = Moment.toTheMinute(review.dueAt()).text();
    return review.openedAt() == null
        ? "Next review on " + due + "."
        : "The review is due since " + due + ".";
  }

  /** The colour class of a band. */
  static String tone(RiskBand band) {
    return switch (band) {
      case LOW -> "good";
      case MEDIUM -> "warn";
      case HIGH -> "bad";
    };
  }
}
