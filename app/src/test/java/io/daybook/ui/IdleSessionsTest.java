package io.daybook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

class IdleSessionsTest {
  private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
  private static final Duration LIMIT = Duration.ofMinutes(15);

  private final MockHttpSession session = new MockHttpSession();
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  IdleSessionsTest() {
    session.setMaxInactiveInterval((int) LIMIT.toSeconds());
  }

  @Test
  void aRefreshWithinTheLimitIsAnswered() throws IOException {
    act(START);

    assertThat(refresh(START.plus(LIMIT))).isTrue();
  }

  @Test
  void refreshesDoNotKeepASessionAlive() throws IOException {
    act(START);
    refresh(START.plus(LIMIT));

    assertThat(refresh(START.plus(LIMIT).plusSeconds(1))).isFalse();
    assertThat(session.isInvalid()).isTrue();
    assertThat(response.getHeader("HX-Redirect")).isEqualTo("/ui/sign-in?expired");
  }

  @Test
  void anActionBeginsTheWaitAgain() throws IOException {
    act(START);
    act(START.plus(LIMIT));

    assertThat(refresh(START.plus(LIMIT).plusSeconds(1))).isTrue();
  }

  private void act(Instant time) throws IOException {
    assertThat(handle(new MockHttpServletRequest(), time)).isTrue();
  }

  private boolean refresh(Instant time) throws IOException {
    var request = new MockHttpServletRequest();
    request.addHeader("X-Refresh", "true");
    return handle(request, time);
  }

  private boolean handle(MockHttpServletRequest request, Instant time) throws IOException {
    request.setSession(session);
    return new IdleSessions(Clock.fixed(time, ZoneOffset.UTC)).preHandle(request, response, this);
  }
}
