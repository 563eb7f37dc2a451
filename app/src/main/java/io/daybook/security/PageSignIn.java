package io.daybook.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Signs people in on the web page; the form is {@code ui/sign-in.html}. */
@Component
class PageSignIn implements AuthenticationProvider {
  private final SignIn signIn;

  PageSignIn(SignIn signIn) {
    this.signIn = signIn;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String address =
        attempt.getDetails() instanceof WebAuthenticationDetails details
            ? details.getRemoteAddress()
            : "";
    @Nullable Object password = attempt.getCredentials();
    SignIn.Outcome outcome =
        signIn.attempt(attempt.getName(), password == null ? "" : password.toString(), address);
    return switch (outcome) {
      case SignIn.Outcome.Accepted(User user) -> new CallerAuthentication(user.caller(), "");
      case SignIn.Outcome.Refused() -> throw new BadCredentialsException("refused");
      case SignIn.Outcome.TryLater _ -> throw new LockedException("too many attempts");
    };
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  /** Shows the form again, which says what was wrong. */
  void failed(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
      throws IOException {
    response.sendRedirect(
        reason instanceof LockedException ? "/ui/sign-in?later" : "/ui/sign-in?refused");
  }

  /** A form from a session that has ended leads to a new sign-in, anything else to a plain 403. */
  void refused(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
      throws IOException {
    if (reason instanceof CsrfException && Caller.find().isEmpty()) {
      response.sendRedirect("/ui/sign-in?expired");
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }
}
