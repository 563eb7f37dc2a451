package io.daybook.kyb.casefile;

/**
 * An entry of a list that a party may be.
 *
 * @param revision which of the party's details it was found for, from 1
 * @param watchlist the list's id
 * @param version the list's version in which the entry was found
 * @param entry the entry's id in its list
 * @param entryHash 64 hexadecimal digits that change whenever the entry does
 * @param score how alike they are, in thousandths from 0 to 1000
 * @param listedName the entry's first name
 * @param explanation what each part of the names has to do with the score
 */
public record FoundHit(
    PartyId party,
    int revision,
    String watchlist,
    int version,
    String entry,
    String entryHash,
    int score,
    String listedName,
    String explanation) {
  /** From this score on, a hit is like a true match, whatever officers make of it. */
  public static final int TRUE_MATCH_LIKE = 950;

  /** Returns the hit's id. */
  public HitId id() {
    return HitId.of(party, watchlist, entry);
  }

  /** Returns whether the party is so like the entry that this alone is a risk. */
  public boolean isLikeATrueMatch() {
    return score >= TRUE_MATCH_LIKE;
  }
}
