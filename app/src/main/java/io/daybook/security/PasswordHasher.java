package io.daybook.security;

import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id over passwords: 16 MiB and two passes each.
 *
 * <p>No more run at once than there are processors, so that a flood of sign-ins takes neither the
 * memory nor the time of all other requests.
 */
@Component
class PasswordHasher {
  private final Argon2PasswordEncoder encoder =
      Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  private final Semaphore permits = new Semaphore(Runtime.getRuntime().availableProcessors());
  private final String hashOfNoPassword = encoder.encode("");

  String hash(String password) {
    permits.acquireUninterruptibly();
    try {
      return encoder.encode(password);
    } finally {
      permits.release();
    }
  }

  boolean matches(String password, String hash) {
    permits.acquireUninterruptibly();
    try {
      return encoder.matches(password, hash);
    } finally {
      permits.release();
    }
  }

  /** Takes as long as {@link #matches} and is never true: for users that do not exist. */
  boolean matchesNothing(String password) {
    matches(password, hashOfNoPassword);
    return false;
  }
}
