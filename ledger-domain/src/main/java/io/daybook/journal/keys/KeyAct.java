package io.daybook.journal.keys;

import io.daybook.journal.checkpoint.VerifierKey;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is done to a key. */
public sealed interface KeyAct {
  /** Returns the key that it is done to. */
  VerifierKey key();

  /**
   * A key may sign from now on.
   *
   * @param types the payload types that an author key may sign, sorted; none for other uses
   */
  record Introduce(VerifierKey key, KeyUse use, List<String> types) implements KeyAct {
    /**
     * Sorts the types.
     *
     * @throws IllegalArgumentException if an author has none or another key has some
     */
    public Introduce {
      types = List.copyOf(new TreeSet<>(types));
      if ((use == KeyUse.AUTHOR) == types.isEmpty()) {
        throw new IllegalArgumentException("author keys, and no others, have event types");
      }
      Set<String> odd = new TreeSet<>(types);
      odd.removeIf(type -> type.matches("[A-Za-z0-9.]{1,255}"));
      if (!odd.isEmpty()) {
        throw new IllegalArgumentException("not an event type: " + odd);
      }
    }
  }

  /** A key must not sign any more; what it signed stays valid. */
  record Retire(VerifierKey key) implements KeyAct {}

  /**
   * A key is in wrong hands.
   *
   * @param trustedSize up to this tree size its signatures are still believed; from 0
   */
  record Revoke(VerifierKey key, long trustedSize) implements KeyAct {
    /**
     * Checks the size.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Revoke {
      if (trustedSize < 0) {
        throw new IllegalArgumentException("trusted size " + trustedSize + " is negative");
      }
    }
  }
}
