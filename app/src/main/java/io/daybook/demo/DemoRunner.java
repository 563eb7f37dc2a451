package io.daybook.demo;

import io.daybook.database.DataFolder;
import io.daybook.security.DemoUsers;
import java.io.Console;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** With the profile {@code demo}: tells the story against this server, then ends the process. */
@Component
@Profile("demo")
class DemoRunner {
  private static final int BUYERS = 200;

  private final ConfigurableApplicationContext context;
  private final DemoUsers users;
  private final DataFolder folder;
  private final JsonMapper json;
  private final Clock clock;

  DemoRunner(
      ConfigurableApplicationContext context,
      DemoUsers users,
      DataFolder folder,
      JsonMapper json,
      Clock clock) {
    this.context = context;
    this.users = users;
    this.folder = folder;
    this.json = json;
    this.clock = clock;
  }

  @EventListener
  void start(ApplicationReadyEvent ready) {
    Thread.ofPlatform().name("demo").start(this::run);
  }

  private void run() {
    int exitCode = tell();
    System.exit(SpringApplication.exit(context, () -> exitCode));
  }

  private int tell() {
    var console = new DemoConsole(System.out, isTerminal());
    try {
      String port = context.getEnvironment().getRequiredProperty("local.server.port");
      var people = new DemoPeople(URI.create("http://127.0.0.1:" + port), json, passwords());
      String run = Long.toString(clock.millis(), Character.MAX_RADIX);
      Path export = folder.resolve("demo-" + run + ".zip");
      return new DemoStory(people, console, new DemoStory.Plan(run, BUYERS, export)).tell();
    } catch (IOException | RuntimeException e) {
      // Whatever it was, the demo's caller gets one line; the server's own log has the rest.
      console.line("The demo stopped: " + String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
      return 1;
    }
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  /** Reads the demo users' file: a name, a role and a password in each line. */
  private Map<String, String> passwords() throws IOException {
    Path file =
        users
            .file()
            .orElseThrow(
                () -> new DemoFailed("there are no demo users; start with daybook.demo-data=true"));
    Map<String, String> passwordByName = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] words = line.strip().split(" +", 3);
      if (words.length == 3) {
        passwordByName.put(words[0], words[2]);
      }
    }
    return passwordByName;
  }
}
