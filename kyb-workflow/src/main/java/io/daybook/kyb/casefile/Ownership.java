package io.daybook.kyb.casefile;

import java.util.List;

/** Who owns and controls whom, as an applicant declares it; all holdings at once. */
public record Ownership(List<PartyHolding> holdings, List<PartyControl> controls) {
  /** The most holdings, and the most controls. */
  public static final int MAX = 2_000;

  /** Copies the lists. */
  public Ownership {
    holdings = List.copyOf(holdings);
    controls = List.copyOf(controls);
  }
}
