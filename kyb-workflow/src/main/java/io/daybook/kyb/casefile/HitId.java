package io.daybook.kyb.casefile;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.IdFormat;

/** Identifies a screening hit of a KYB case: {@code hit_} and 26 Crockford base-32 characters. */
public record HitId(String value) {
  /** Checks the format. */
  public HitId {
    IdFormat.check("hit", value);
  }

  /** Returns the hit of a party on an entry of a list: the same whenever it is found again. */
  public static HitId of(PartyId party, String watchlist, String entry) {
    return new HitId(DerivedId.of("hit", party.value(), watchlist, entry));
  }

  @Override
  public String toString() {
    return value;
  }
}
