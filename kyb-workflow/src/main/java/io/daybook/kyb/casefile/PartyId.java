package io.daybook.kyb.casefile;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.IdFormat;

/** Identifies a party of a KYB case: {@code pty_} and 26 Crockford base-32 characters. */
public record PartyId(String value) {
  /** Checks the format. */
  public PartyId {
    IdFormat.check("pty", value);
  }

  /** Returns the party that stands for the business itself, which every case has. */
  public static PartyId ofBusiness(KybCaseId kybCase) {
    return new PartyId(DerivedId.of("pty", kybCase.value(), "business"));
  }

  @Override
  public String toString() {
    return value;
  }
}
