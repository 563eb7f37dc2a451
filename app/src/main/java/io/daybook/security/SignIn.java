package io.daybook.security;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks a name and a password, for the API and the web pages alike. */
@Component
class SignIn {
  private static final int FAILURES_PER_ACCOUNT = 10;
  private static final int FAILURES_PER_ADDRESS = 50;
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final Users users;
  private final PasswordHasher hasher;
  private final SignInLimit accounts;
  private final SignInLimit addresses;

  SignIn(Users users, PasswordHasher hasher, Clock clock) {
    this.users = users;
    this.hasher = hasher;
    this.accounts = new SignInLimit(FAILURES_PER_ACCOUNT, WINDOW, clock);
    this.addresses = new SignInLimit(FAILURES_PER_ADDRESS, WINDOW, clock);
  }

  /** How an attempt to sign in ends. */
  sealed interface Outcome {
    record Accepted(User user) implements Outcome {}

    /** Wrong name or wrong password: nobody learns which. */
    record Refused() implements Outcome {}

    record TryLater(Duration delay) implements Outcome {}
  }

  /**
   * Checks one attempt from {@code address}; takes the same time whether or not the user exists.
   */
  Outcome attempt(String username, String password, String address) {
    String account = username.strip().toLowerCase(Locale.ROOT);
    Optional<Duration> addressWait = addresses.begin(address);
    if (addressWait.isPresent()) {
      return new Outcome.TryLater(addressWait.get());
    }
    Optional<Duration> accountWait = accounts.begin(account);
    if (accountWait.isPresent()) {
      return new Outcome.TryLater(accountWait.get());
    }
    Optional<User> user = verified(account, password);
    if (user.isEmpty()) {
      return new Outcome.Refused();
    }
    accounts.clear(account);
    addresses.takeBack(address);
    return new Outcome.Accepted(user.get());
  }

  private Optional<User> verified(String account, String password) {
    Optional<User> user = users.findByName(account);
    boolean matches =
        user.map(found -> hasher.matches(password, found.passwordHash()))
            .orElseGet(() -> hasher.matchesNothing(password));
    return matches ? user : Optional.empty();
  }
}
