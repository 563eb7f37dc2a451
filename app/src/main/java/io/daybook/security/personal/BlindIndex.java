package io.daybook.security.personal;

import java.util.HexFormat;
import java.util.List;

/**
 * Finds rows by a text that the table does not hold: HMAC-SHA-256 under a key outside the database.
 */
public final class BlindIndex {
  private final MasterKeys keys;

  BlindIndex(MasterKeys keys) {
    this.keys = keys;
  }

  /** Returns 64 hexadecimal digits for {@code text}; those for another purpose differ. */
  public String of(String purpose, String text) {
    byte[] content = DataKey.context(List.of("daybook/index/v1", purpose, text));
    return HexFormat.of().formatHex(DataKey.hmac(keys.index().getEncoded(), content));
  }
}
