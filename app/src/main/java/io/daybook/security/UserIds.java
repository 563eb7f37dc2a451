package io.daybook.security;

import java.security.SecureRandom;

/** Makes user ids: {@code usr_} and a ULID, 48 bits of time and 80 random bits. */
final class UserIds {
  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int TIME_CHARACTERS = 10;
  private static final int RANDOM_CHARACTERS = 16;
  private static final int BITS_PER_CHARACTER = 5;
  private static final SecureRandom RANDOM = new SecureRandom();

  private UserIds() {}

  /** Returns an id that starts with {@code millis}, milliseconds since 1970. */
  static String next(long millis) {
    StringBuilder id = new StringBuilder("usr_");
    for (int i = TIME_CHARACTERS - 1; i >= 0; i--) {
      id.append(CROCKFORD.charAt((int) (millis >>> (i * BITS_PER_CHARACTER)) & 31));
    }
    for (int i = 0; i < RANDOM_CHARACTERS; i++) {
      id.append(CROCKFORD.charAt(RANDOM.nextInt(CROCKFORD.length())));
    }
    return id.toString();
  }
}
