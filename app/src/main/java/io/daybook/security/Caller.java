package io.daybook.security;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The signed-in user behind a request, by access token or by session.
 *
 * <p>A controller gets it as a parameter with {@code @AuthenticationPrincipal Caller}, or from
 * {@link #current()}; the latter only on the request's own thread.
 *
 * @param userId {@code usr_} and 26 Crockford base-32 characters
 * @param organiserId the organiser that this user acts for, or null
 */
public record Caller(
    String userId, String username, Set<Role> roles, @Nullable String organiserId) {
  public Caller {
    roles = Set.copyOf(roles);
  }

  /**
   * Returns the caller of the request that this thread serves.
   *
   * @throws IllegalStateException if nobody is signed in, which the permissions rule out for every
   *     path that is not public
   */
  public static Caller current() {
    return find().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
  }

  /** Returns the caller of the request that this thread serves, if one is signed in. */
  public static Optional<Caller> find() {
    @Nullable Authentication authentication =
        SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Caller caller
        ? Optional.of(caller)
        : Optional.empty();
  }

  /** Whether this user is a {@code role}. */
  public boolean is(Role role) {
    return roles.contains(role);
  }
}
