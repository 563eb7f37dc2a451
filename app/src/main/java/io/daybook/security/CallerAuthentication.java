package io.daybook.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A proven {@link Caller}, in Spring Security's terms. */
final class CallerAuthentication extends AbstractAuthenticationToken {
  private final transient Caller caller;
  private final String sessionId;

  /**
   * @param sessionId the family of refresh tokens behind an access token; empty for a web session
   */
  CallerAuthentication(Caller caller, String sessionId) {
    super(
        caller.roles().stream().map(role -> new SimpleGrantedAuthority(role.authority())).toList());
    this.caller = caller;
    this.sessionId = sessionId;
    super.setAuthenticated(true);
  }

  String sessionId() {
    return sessionId;
  }

  @Override
  public Caller getPrincipal() {
    return caller;
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  @Override
  public String getName() {
    return caller.userId();
  }
}
