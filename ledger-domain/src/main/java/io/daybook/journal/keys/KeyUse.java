package io.daybook.journal.keys;

import java.util.Locale;

/** What a key may sign. */
public enum KeyUse {
  /** Checkpoints of the log; named as the log's origin. */
  LOG,
  /** Protected events; named as the origin, a slash and more. */
  AUTHOR,
  /** Statements on keys, and nothing else; lies offline; named as the origin, a slash and more. */
  ROOT;

  /** Returns the word for it in statements. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static KeyUse of(String word) {
    for (KeyUse use : values()) {
      if (use.word().equals(word)) {
        return use;
      }
    }
    throw new IllegalArgumentException("a key's use is log, author or root, not '" + word + "'");
  }

  boolean allowsName(String name, String origin) {
    return this == LOG ? name.equals(origin) : name.startsWith(origin + "/");
  }
}
