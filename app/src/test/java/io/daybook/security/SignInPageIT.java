package io.daybook.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.IntegrationTest;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class SignInPageIT {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  @LocalServerPort private int port;

  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  @Test
  void thePageLoadsNothingInline() throws Exception {
    HttpResponse<String> page = get("/ui/sign-in");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .doesNotContain("<style", " style=", "onclick")
        .doesNotContainPattern("<script(?![^>]* src=\"/)");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'self'")
        .doesNotContain("unsafe");
  }

  @Test
  void theCookieIsForThisSiteAndNoScript() throws Exception {
    assertThat(get("/ui/sign-in").headers().firstValue("Set-Cookie").orElseThrow())
        .contains("HttpOnly", "SameSite=Strict");
  }

  @Test
  void anOfficerSignsInAndOut() throws Exception {
    HttpResponse<String> in = post("/ui/sign-in", "olga", IntegrationTest.DEMO_PASSWORD);
    assertThat(in.headers().firstValue("Location").orElseThrow()).endsWith("/ui");
    assertThat(get("/ui/no-such-page").statusCode()).isEqualTo(404);

    HttpResponse<String> blind =
        browser.send(
            request("/ui/sign-out").POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    assertThat(blind.statusCode()).isEqualTo(403);
  }

  @Test
  void aWrongPasswordLeadsBackWithAReason() throws Exception {
    HttpResponse<String> answer = post("/ui/sign-in", "olga", "wrong");

    assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("?refused");
    assertThat(get("/ui/sign-in?refused").body()).contains("Wrong user name or password.");
  }

  @Test
  void aFormFromAnEndedSessionLeadsToANewSignIn() throws Exception {
    HttpResponse<String> answer =
        browser.send(
            form("/ui/sign-in", "username=olga&password=x&_csrf=stale"), BodyHandlers.ofString());

    assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("?expired");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return browser.send(request(path).GET().build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String username, String password)
      throws Exception {
    Matcher csrf = CSRF.matcher(get("/ui/sign-in").body());
    assertThat(csrf.find()).isTrue();
    String fields =
        "username=%s&password=%s&_csrf=%s"
            .formatted(username, encoded(password), encoded(csrf.group(1)));
    return browser.send(form(path, fields), BodyHandlers.ofString());
  }

  private HttpRequest form(String path, String fields) {
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(fields))
        .build();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
