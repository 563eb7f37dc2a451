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
  private final DemoUsers demoUsers;
  private final DatabaseAddress database;
  private final Environment environment;

  Welcome(DemoUsers demoUsers, DatabaseAddress database, Environment environment) {
    this.demoUsers = demoUsers;
    this.database = database;
    this.environment = environment;
  }

  @EventListener
  void print(ApplicationReadyEvent event) {
    if (event.getApplicationContext() instanceof ServletWebServerApplicationContext context
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
          Try next
            curl -s %s/api/v1/auth/login -H 'Content-Type: application/json' \\
              -d '{"username":"anna","password":"…"}'
            ./mvnw -q -pl app -am spring-boot:run -Dspring-boot.run.arguments=demo
            ./mvnw -q -pl ledger-domain -am exec:java -Dexec.args="--help"

        """,
        startTime == null ? 0.0 : startTime.toMillis() / 1000.0,
        url,
        url,
        database.command(),
        demoUsers.file().map(this::users).orElse(""),
        url);
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
                  demoUsers.newPasswordOf(user.username()).orElse("")));
    }
    return text.append("                passwords in ").append(file).append('\n').toString();
  }

  private String url(int port) {
    String address = environment.getProperty("server.address", "127.0.0.1");
    return "http://" + address + ":" + port;
  }
}
