package io.daybook.security.personal;

import java.util.List;

/** A sealed value was changed, or moved from another place. */
public final class SealBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SealBroken(String keyId, List<String> place) {
    super("what is sealed under " + keyId + " is not what was sealed for " + place);
  }
}
