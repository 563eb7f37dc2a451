package io.daybook.demo;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** The people of the story, each with a session of the REST API. */
final class DemoPeople {
  private final RestSession anybody;
  private final Map<String, String> passwords;

  /**
   * Lets them call {@code base}.
   *
   * @param passwords the demo users' passwords by user name
   */
  DemoPeople(URI base, JsonMapper json, Map<String, String> passwords) {
    var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    this.anybody = RestSession.anonymous(http, base, json);
    this.passwords = Map.copyOf(passwords);
  }

  /** Returns a session without a user. */
  RestSession anybody() {
    return anybody;
  }

  /** Returns a session of one of the demo users, who exist already. */
  RestSession signIn(String username) {
    String password = passwords.get(username);
    if (password == null) {
      throw new DemoFailed("demo-users.txt names no user '" + username + "'");
    }
    return anybody.signIn(username, password);
  }

  /** Registers a buyer or organiser of this run's own. */
  RestSession register(String username, String role) {
    return register(username, role, "demo " + username + " password");
  }

  /** Registers somebody whose password nobody will know. */
  RestSession registerStranger(String username, String role) {
    return register(username, role, UUID.randomUUID().toString());
  }

  private RestSession register(String username, String role, String password) {
    anybody.post(
        "/api/v1/auth/register", Map.of("username", username, "password", password, "role", role));
    return anybody.signIn(username, password);
  }
}
