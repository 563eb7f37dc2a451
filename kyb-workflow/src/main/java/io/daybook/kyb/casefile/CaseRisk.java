package io.daybook.kyb.casefile;

import io.daybook.kyb.casefile.KybEvent.ReviewScheduled;
import io.daybook.kyb.casefile.KybEvent.RiskAssessed;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How risky the business of one case is, as it was assessed last. */
final class CaseRisk {
  /** What holds for cases that were never assessed. */
  private static final int OFFICERS = 2;

  private @Nullable RiskAssessed assessed;
  private Instant lastEventAt = Instant.EPOCH;

  /**
   * Returns what happens when the risk is assessed by what is known now; nothing if it is as it
   * was.
   */
  Optional<RiskAssessed> assess(KybCaseId kybCase, CaseParties parties, CaseHits hits) {
    // An aggregate has no clock; the day of its last event is the same whenever it is replayed.
    var countries = new RiskTables.Countries(lastEventAt.atOffset(ZoneOffset.UTC).toLocalDate());
    RiskAssessment assessment =
        RiskTables.assess(parties.facts(kybCase, countries, hits.isOneLikeATrueMatch()), countries);
    ResolvedOwnership resolved = parties.resolve(kybCase, assessment.ownerBasisPoints());
    var now =
        new RiskAssessed(
            kybCase, assessment, resolved.beneficialOwners(), resolved.isByDirectors());
    return now.equals(assessed) ? Optional.empty() : Optional.of(now);
  }

  /** Returns when the business is reviewed that was approved just now. */
  ReviewScheduled review(KybCaseId kybCase) {
    RiskAssessment assessment = assessment();
    return new ReviewScheduled(
        kybCase,
        // The process that waits for it counts in milliseconds.
        lastEventAt
            .truncatedTo(ChronoUnit.MILLIS)
            .atOffset(ZoneOffset.UTC)
            .plusMonths(assessment.reviewMonths())
            .toInstant(),
        assessment.reviewHours());
  }

  boolean isAssessed() {
    return assessed != null;
  }

  RiskAssessment assessment() {
    if (assessed == null) {
      throw new IllegalStateException("a case is assessed before its risk counts");
    }
    return assessed.assessment();
  }

  /** Returns how many officers must agree to an approval. */
  int officers() {
    return assessed == null ? OFFICERS : assessed.assessment().officers();
  }

  /** Returns from which score of a hit on, in thousandths, two officers dismiss it. */
  int twoOfficersFrom() {
    return assessed == null ? FoundHit.TRUE_MATCH_LIKE : assessed.assessment().twoOfficersFrom();
  }

  /** Returns from which part on, in hundredths of a percent, a person is a beneficial owner. */
  int ownerBasisPoints() {
    return assessed == null
        ? RiskTables.ownerBasisPoints(RiskBand.LOW)
        : assessed.assessment().ownerBasisPoints();
  }

  /** Follows what happened to the case. */
  void on(KybEvent event, Instant at) {
    lastEventAt = at;
    if (event instanceof RiskAssessed now) {
      assessed = now;
    }
  }
}
