package io.daybook.journal.audit;

/** The hits of KYB cases: what officers made of them, and how many stand against each case. */
final class HitReplay implements AutoCloseable {
  private static final int STATE = 0;
  private static final int SCORE = 8;
  private static final int PROPOSER = 16;
  private static final int SEEN = 32;

  private static final int SCREENINGS = 0;
  private static final int STANDING = 8;

  /** From this score on, in thousandths, two officers must always agree to a dismissal. */
  private static final long TRUE_MATCH_LIKE = 950;

  private static final long OPEN = 0;
  private static final long PROPOSED = 1;
  private static final long DISMISSED = 2;
  private static final long CONFIRMED = 3;

  private final ScratchTable hits = new ScratchTable(40);

  /** How many screenings a case had, and how many hits of the last one are not dismissed. */
  private final ScratchTable cases = new ScratchTable(16);

  /** Follows {@code HitFound}: a new hit is open, one that is known stays as it is. */
  void find(StrictJson json) {
    var key = ShortHash.of(json.text("hit"));
    long at = hits.find(key);
    if (at == ScratchTable.NOWHERE) {
      at = hits.add(key);
    }
    hits.set(at, SCORE, json.object("found").integer("score"));
  }

  /** Follows {@code ScreeningPerformed}: the hits that it names are those that count. */
  void see(StrictJson json) {
    long standing = 0;
    long kybCase = kybCase(json);
    long screening = cases.get(kybCase, SCREENINGS) + 1;
    for (String hit : json.texts("hits")) {
      long at = known(hit);
      hits.set(at, SEEN, screening);
      standing += hits.get(at, STATE) == DISMISSED ? 0 : 1;
    }
    cases.set(kybCase, SCREENINGS, screening);
    cases.set(kybCase, STANDING, standing);
  }

  /** Follows {@code HitReopened}. */
  void reopen(StrictJson json) {
    become(json, known(json.text("hit")), OPEN);
  }

  /** Follows what an officer decided on a hit. */
  void decide(String event, StrictJson json) {
    long at = known(json.text("hit"));
    long state = hits.get(at, STATE);
    boolean isLikely = hits.get(at, SCORE) >= TRUE_MATCH_LIKE;
    switch (event) {
      case "HitDismissalProposed" -> {
        // Where the risk is high, two officers dismiss hits that are less alike as well.
        require(state == CONFIRMED || state == OPEN, event, state);
        hits.setKey(at, PROPOSER, ShortHash.of(json.text("officer")));
        become(json, at, PROPOSED);
      }
      case "HitDismissed" -> {
        require(state == PROPOSED || (state == OPEN && !isLikely), event, state);
        if (state == PROPOSED) {
          requireOther(at, json.text("officer"));
        }
        become(json, at, DISMISSED);
      }
      default -> {
        require(state != CONFIRMED, event, state);
        become(json, at, CONFIRMED);
      }
    }
  }

  /** Checks that no hit of the case's last screening stands; a case without one has none. */
  void requireDismissed(String kybCase, String event) {
    long at = cases.find(ShortHash.of(kybCase));
    long standing = at == ScratchTable.NOWHERE ? 0 : cases.get(at, STANDING);
    RuleViolation.unless(
        standing == 0, "hits that stand before " + event, "0", Long.toString(standing));
  }

  private void become(StrictJson json, long at, long next) {
    long kybCase = kybCase(json);
    boolean isPresent = hits.get(at, SEEN) == cases.get(kybCase, SCREENINGS);
    boolean stood = hits.get(at, STATE) != DISMISSED;
    boolean stands = next != DISMISSED;
    if (isPresent && stood != stands) {
      cases.set(kybCase, STANDING, cases.get(kybCase, STANDING) + (stands ? 1 : -1));
    }
    hits.set(at, STATE, next);
  }

  private long known(String hit) {
    long at = hits.find(ShortHash.of(hit));
    RuleViolation.unless(
        at != ScratchTable.NOWHERE, "hit", "found before anything else", hit + " never was");
    return at;
  }

  private long kybCase(StrictJson json) {
    var key = ShortHash.of(json.text("kybCase"));
    long at = cases.find(key);
    return at == ScratchTable.NOWHERE ? cases.add(key) : at;
  }

  private static void require(boolean fits, String event, long state) {
    RuleViolation.unless(
        fits,
        "what was decided on a hit before " + event,
        "something else",
        switch ((int) state) {
          case (int) PROPOSED -> "one officer proposed to dismiss it";
          case (int) DISMISSED -> "it was dismissed";
          case (int) CONFIRMED -> "it was confirmed";
          default -> "nothing";
        });
  }

  private void requireOther(long at, String officer) {
    RuleViolation.unless(
        !hits.getKey(at, PROPOSER).equals(ShortHash.of(officer)),
        "officer of a dismissal",
        "not the proposer",
        officer);
  }

  @Override
  public void close() {
    hits.close();
    cases.close();
  }
}
