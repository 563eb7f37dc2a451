package io.daybook;

import io.daybook.database.DatabaseAddress;
import io.daybook.security.DemoUsers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Prints where Daybook is and what to try next, once it is ready. */
@Component
class Welcome {
  /** Listening on it is listening everywhere, so also on the local address. */
  private static final String ANY = "0.0.0.0";

  private final DemoUsers demoUsers;
  private final DatabaseAddress database;
  private final Environment environment;

  Welcome(DemoUsers demoUsers, DatabaseAddress database, Environment environment) {
    this.demoUsers = demoUsers;
    this.database = database;
    this.environment = environment;
  }

  /** The demo says by itself what it does, and ends soon. */
  @EventListener
  void print(ApplicationReadyEvent event) {
    if (!environment.matchesProfiles("demo")
        && event.getApplicationContext() instanceof ServletWebServerApplicationContext context
        && context.getWebServer() != null) {
      System.out.print(text(url(context.getWebServer().getPort()), event.getTimeTaken()));
    }
  }

  private String text(String url, @Nullable Duration startTime) {
    return String.format(
        Locale.ROOT,
        """

          Daybook is ready after %.1f s.

            Web pages   %s/ui
            API         %s/swagger-ui.html
            Database    %s
        %s
        """,
        startTime == null ? 0.0 : startTime.toMillis() / 1000.0,
        url,
        url,
        database.command(),
        demoUsers.file().map(file -> users(file) + tryNext(url, file)).orElse(""));
  }

  /** Commands to paste into another terminal, in the folder in which Daybook was cloned. */
  private static String tryNext(String url, Path file) {
    return """

      Try next, in another terminal: sign in as the auditor and look at the books
        TOKEN=$(curl -s %1$s/api/v1/auth/login -H 'Content-Type: application/json' \\
          -d "{\\"username\\":\\"aude\\",\\"password\\":\\"$(awk '$1=="aude"{print $3}' '%2$s')\\"}" \\
          | sed 's/.*"accessToken":"\\([^"]*\\)".*/\\1/')
        curl -sw '\\n' %1$s/api/v1/ledger/trial-balance -H "Authorization: Bearer $TOKEN"

      Export the journal and verify it
        ./mvnw -q -pl ledger-domain -am package -DskipTests
        DAYBOOK_TOKEN=$TOKEN ledger-domain/bin/daybook-audit export --from %1$s --out target/export

      Play the whole story, with data of its own
        ./mvnw -q -pl app -am spring-boot:run -Dspring-boot.run.profiles=demo \\
          -Dspring-boot.run.arguments=--daybook.data=target/demo
    """
        .formatted(url, file);
  }

  private String users(Path file) {
    StringBuilder text = new StringBuilder();
    List<DemoUsers.DemoUser> users = demoUsers.users();
    for (DemoUsers.DemoUser user : users) {
      text.append(
          "    %-11s %-6s %-10s %s%n"
              .formatted(
                  user.equals(users.getFirst()) ? "Demo users" : "",
                  user.username(),
                  user.role().name().toLowerCase(Locale.ROOT),
                  demoUsers.newPasswords().getOrDefault(user.username(), "")));
    }
    return text.append("                passwords in ").append(file).append('\n').toString();
  }

  private String url(int port) {
    String address = environment.getProperty("server.address", ANY);
    return "http://" + (address.equals(ANY) ? "127.0.0.1" : address) + ":" + port;
  }
}
