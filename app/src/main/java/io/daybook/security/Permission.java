package io.daybook.security;

import java.util.Set;
import org.springframework.http.HttpMethod;

/** One line of {@link Permissions}; {@code **} at the end of a pattern stands for any rest. */
sealed interface Permission {
  HttpMethod method();

  String pattern();

  record Everybody(HttpMethod method, String pattern) implements Permission {}

  record SignedIn(HttpMethod method, String pattern) implements Permission {}

  record Only(HttpMethod method, String pattern, Set<Role> roles) implements Permission {}

  static Permission everybody(HttpMethod method, String pattern) {
    return new Everybody(method, pattern);
  }

  static Permission signedIn(HttpMethod method, String pattern) {
    return new SignedIn(method, pattern);
  }

  static Permission only(HttpMethod method, String pattern, Role... roles) {
    return new Only(method, pattern, Set.of(roles));
  }
}
