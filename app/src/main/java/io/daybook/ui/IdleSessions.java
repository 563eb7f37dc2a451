package io.daybook.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Ends sessions in which nobody does anything.
 *
 * <p>A page that refreshes itself would keep its session alive for ever, so those requests do not
 * count; they are marked by {@value #REFRESH}.
 */
@Component
class IdleSessions implements HandlerInterceptor {
  private static final String REFRESH = "X-Refresh";
  private static final String LAST_ACT = IdleSessions.class.getName() + ".lastAct";

  private final Clock clock;

  IdleSessions(Clock clock) {
    this.clock = clock;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    @Nullable HttpSession session = request.getSession(false);
    if (session == null) {
      return true;
    }
    Instant now = clock.instant();
    if (request.getHeader(REFRESH) == null) {
      session.setAttribute(LAST_ACT, now);
      return true;
    }
    if (session.getAttribute(LAST_ACT) instanceof Instant lastAct
        && lastAct.plus(Duration.ofSeconds(session.getMaxInactiveInterval())).isBefore(now)) {
      session.invalidate();
      response.setHeader(Htmx.REDIRECT, "/ui/sign-in?expired");
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return false;
    }
    return true;
  }
}
