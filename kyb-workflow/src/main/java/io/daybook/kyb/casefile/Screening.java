package io.daybook.kyb.casefile;

import io.daybook.kyb.casefile.KybEvent.ScreeningPerformed;
import java.util.List;

/**
 * One search for all parties of a case in all lists.
 *
 * @param policy 64 hexadecimal digits: the hash of all numbers that decided
 * @param hits at most {@value #MAX_HITS}
 */
public record Screening(
    String policy, List<UsedList> lists, List<ScreenedParty> parties, List<FoundHit> hits) {
  /** The most hits that one screening of a case records; the best come first. */
  public static final int MAX_HITS = 1_000;

  /** Copies the lists. */
  public Screening {
    lists = List.copyOf(lists);
    parties = List.copyOf(parties);
    hits = List.copyOf(hits);
  }

  /** Returns the event that says so. */
  ScreeningPerformed performed(KybCaseId kybCase, String commandId) {
    return new ScreeningPerformed(
        kybCase,
        commandId,
        policy,
        lists,
        parties,
        hits.stream().map(FoundHit::id).distinct().toList());
  }
}
