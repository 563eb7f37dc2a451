package io.daybook.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.Http;
import io.daybook.Http.Answer;
import io.daybook.IntegrationTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class SignInIT {
  private static final int PARALLEL_REFRESHES = 8;

  @LocalServerPort private int port;

  private Http nobody;

  @BeforeEach
  void nobodyIsSignedIn() {
    nobody = Http.anonymous(port);
  }

  @Test
  void aDemoUserSignsInAndLearnsWhoTheyAre() {
    Answer me = nobody.as("olga").get("/api/v1/me");

    assertThat(me.status()).isEqualTo(200);
    assertThat(me.text("username")).isEqualTo("olga");
    assertThat(me.text("userId")).matches("usr_[0-9A-HJKMNP-TV-Z]{26}");
    assertThat(me.json().path("roles").get(0).asString()).isEqualTo("OFFICER");
  }

  @Test
  void anUnknownUserAndAWrongPasswordGetTheSameAnswer() {
    Answer unknown = login("nobody-here", "wrong password");
    Answer wrong = login("anna", "wrong password");

    assertThat(unknown.status()).isEqualTo(401);
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.response().body()).isEqualTo(unknown.response().body());
    assertThat(wrong.text("code")).isEqualTo("sign_in_refused");
  }

  @Test
  void tooManyWrongPasswordsCloseTheAccountForAWhile() {
    Answer answer = login("victim", "guess");
    for (int guess = 0; guess < 10; guess++) {
      answer = login("victim", "guess");
    }

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.text("code")).isEqualTo("too_many_sign_ins");
    assertThat(answer.response().headers().firstValueAsLong("Retry-After").orElseThrow())
        .isBetween(1L, 301L);
  }

  @Test
  void aBuyerRegistersOnceAndSignsIn() {
    String registration =
        """
        {"username": "Nora", "password": "%s"}
        """
            .formatted(IntegrationTest.DEMO_PASSWORD);
    Answer first = nobody.post("/api/v1/auth/register", registration);
    Answer second = nobody.post("/api/v1/auth/register", registration);

    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.text("code")).isEqualTo("username_taken");
    assertThat(nobody.as("nora").get("/api/v1/me").json().path("roles").get(0).asString())
        .isEqualTo("BUYER");
  }

  @Test
  void aShortPasswordIsRefused() {
    Answer answer =
        nobody.post(
            "/api/v1/auth/register",
            """
            {"username": "shorty", "password": "123456789"}
            """);

    assertThat(answer.status()).isBetween(400, 422);
  }

  @Test
  void ofManyRefreshesWithOneTokenExactlyOneWins() throws Exception {
    String token = login("anna", IntegrationTest.DEMO_PASSWORD).text("refreshToken");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Answer>> calls = new ArrayList<>();
      for (int i = 0; i < PARALLEL_REFRESHES; i++) {
        calls.add(() -> refresh(token));
      }
      List<Integer> statuses = new ArrayList<>();
      for (Future<Answer> call : threads.invokeAll(calls)) {
        statuses.add(call.get().status());
      }
      assertThat(statuses).containsOnly(200, 401).containsOnlyOnce(200);
    }
  }

  @Test
  void aRefreshTokenUsedTwiceEndsItsSuccessorToo() {
    String first = login("anna", IntegrationTest.DEMO_PASSWORD).text("refreshToken");
    String second = refresh(first).text("refreshToken");

    assertThat(refresh(first).text("code")).isEqualTo("refresh_token_refused");
    assertThat(refresh(second).status()).isEqualTo(401);
  }

  @Test
  void signingOutEndsTheRefreshToken() {
    Answer tokens = login("anna", IntegrationTest.DEMO_PASSWORD);
    Http anna = nobody.withToken(tokens.text("accessToken"));

    assertThat(anna.post("/api/v1/auth/logout", "").status()).isEqualTo(204);
    assertThat(refresh(tokens.text("refreshToken")).status()).isEqualTo(401);
  }

  private Answer login(String username, String password) {
    return nobody.post(
        "/api/v1/auth/login",
        """
        {"username": "%s", "password": "%s"}
        """
            .formatted(username, password));
  }

  private Answer refresh(String token) {
    return nobody.post("/api/v1/auth/refresh", "{\"refreshToken\": \"%s\"}".formatted(token));
  }
}
