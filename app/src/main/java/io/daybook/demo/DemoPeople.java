package io.daybook.demo;

import java.net.URI;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The people of the story who must exist already: two officers, an auditor and an organiser.
 *
 * @param passwords the demo users' passwords by user name
 */
record DemoPeople(URI base, JsonMapper json, Map<String, String> passwords) {
  RestSession signIn(String username) {
    String password = passwords.get(username);
    if (password == null) {
      throw new DemoFailed(
          "there is no demo user '" + username + "'; start once with daybook.demo-data=true");
    }
    return RestSession.anonymous(base, json).signIn("/api/v1/auth/login", username, password);
  }

  /** Registers a buyer or organiser of this run's own. */
  RestSession register(String username, String role) {
    String password = "demo " + username + " password";
    RestSession.anonymous(base, json)
        .post(
            "/api/v1/auth/register",
            Map.of("username", username, "password", password, "role", role));
    return RestSession.anonymous(base, json).signIn("/api/v1/auth/login", username, password);
  }
}
