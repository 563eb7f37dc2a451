package io.daybook.security.personal;

import org.jspecify.annotations.Nullable;

/** A data key's secret as a master key wrapped it. */
final class Wrapped {
  private final byte[] bytes;

  Wrapped(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  static @Nullable Wrapped of(byte @Nullable [] bytes) {
    return bytes == null ? null : new Wrapped(bytes);
  }

  byte[] bytes() {
    return bytes.clone();
  }
}
