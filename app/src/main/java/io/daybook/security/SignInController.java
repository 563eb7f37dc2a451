package io.daybook.security;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out of the API, and registering. */
@RestController
@RequestMapping(path = "/api/v1/auth", produces = MediaType.APPLICATION_JSON_VALUE)
class SignInController {
  private final SignIn signIn;
  private final Users users;
  private final RefreshTokens refreshTokens;
  private final AccessTokens accessTokens;

  SignInController(
      SignIn signIn, Users users, RefreshTokens refreshTokens, AccessTokens accessTokens) {
    this.signIn = signIn;
    this.users = users;
    this.refreshTokens = refreshTokens;
    this.accessTokens = accessTokens;
  }

  /** A name and a password that may be right. */
  record Credentials(
      @NotBlank @Size(max = 64) String username, @NotBlank @Size(max = 128) String password) {}

  /** The name and password of a buyer, or of an organiser, to be; a buyer if not said. */
  record Registration(
      @NotNull
          @Pattern(
              regexp = "[A-Za-z0-9][A-Za-z0-9._@+-]{2,63}",
              message = "must be 3 to 64 letters, digits or . _ @ + -")
          String username,
      @NotNull @Size(min = 10, max = 128) String password,
      @Nullable SelfChosenRole role) {
    Role chosenRole() {
      return role == SelfChosenRole.ORGANISER ? Role.ORGANISER : Role.BUYER;
    }
  }

  /** What people can make themselves; everything else is given by others. */
  enum SelfChosenRole {
    BUYER,
    ORGANISER
  }

  record Registered(String userId, String username, Role role) {}

  record RefreshRequest(@NotBlank @Size(max = 128) String refreshToken) {}

  record Tokens(String accessToken, String refreshToken, long expiresInSeconds, String tokenType) {}

  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Tokens.class)))
  @PostMapping("/login")
  ResponseEntity<?> login(@Valid @RequestBody Credentials credentials, HttpServletRequest request) {
    SignIn.Outcome outcome =
        signIn.attempt(credentials.username(), credentials.password(), request.getRemoteAddr());
    return switch (outcome) {
      case SignIn.Outcome.Accepted(User user) ->
          tokens(user.caller(), refreshTokens.begin(user.id()));
      case SignIn.Outcome.Refused() ->
          problem(HttpStatus.UNAUTHORIZED, "sign_in_refused", "Wrong user name or password.");
      case SignIn.Outcome.TryLater(Duration wait) -> tryLater(wait);
    };
  }

  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Tokens.class)))
  @PostMapping("/refresh")
  ResponseEntity<?> refresh(@Valid @RequestBody RefreshRequest request) {
    Optional<RefreshTokens.Issued> next =
        refreshTokens.rotate(new SecretToken(request.refreshToken()));
    Optional<User> user = next.flatMap(issued -> users.findById(issued.userId()));
    if (next.isEmpty() || user.isEmpty()) {
      return problem(
          HttpStatus.UNAUTHORIZED, "refresh_token_refused", "The refresh token is not valid.");
    }
    return tokens(user.get().caller(), next.get());
  }

  @PostMapping("/logout")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void logout(CallerAuthentication authentication) {
    refreshTokens.end(authentication.sessionId());
  }

  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = Registered.class)))
  @PostMapping("/register")
  ResponseEntity<?> register(@Valid @RequestBody Registration registration) {
    Optional<User> user =
        users.add(
            registration.username(),
            registration.password(),
            Set.of(registration.chosenRole()),
            null);
    if (user.isEmpty()) {
      return problem(HttpStatus.CONFLICT, "username_taken", "The user name is taken.");
    }
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(new Registered(user.get().id(), user.get().username(), registration.chosenRole()));
  }

  private ResponseEntity<?> tokens(Caller caller, RefreshTokens.Issued issued) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(
            new Tokens(
                accessTokens.issue(caller, issued.familyId()),
                issued.token().value(),
                AccessTokens.LIFETIME.toSeconds(),
                "Bearer"));
  }

  private static ResponseEntity<?> tryLater(Duration wait) {
    ProblemDetail problem =
        Problems.of(HttpStatus.TOO_MANY_REQUESTS, "too_many_sign_ins", "Too many failed sign-ins.");
    return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .header(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1))
        .body(problem);
  }

  private static ResponseEntity<?> problem(HttpStatus status, String code, String detail) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(Problems.of(status, code, detail));
  }
}
