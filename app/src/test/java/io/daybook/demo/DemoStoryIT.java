package io.daybook.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.IntegrationTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class DemoStoryIT {
  private static final String PASSWORD = IntegrationTest.DEMO_PASSWORD;

  @LocalServerPort private int port;

  @Test
  void everyStepTellsItsPositionAndTheJournalVerifies(@TempDir Path folder) {
    String run = Long.toString(System.nanoTime(), Character.MAX_RADIX);
    var printed = new ByteArrayOutputStream();
    var console = new DemoConsole(new PrintStream(printed, true, StandardCharsets.UTF_8), false);
    var people =
        new DemoPeople(
            URI.create("http://127.0.0.1:" + port),
            JsonMapper.shared(),
            Map.of("olga", PASSWORD, "pavel", PASSWORD, "aude", PASSWORD));

    int verdict =
        new DemoStory(people, console, new DemoStory.Plan(run, 4, folder.resolve("export.zip")))
            .tell();

    String text = printed.toString(StandardCharsets.UTF_8);
    assertThat(verdict).as(text).isZero();
    long steps = text.lines().filter(line -> line.startsWith("[")).count();
    assertThat(text).contains("[ 1/" + steps + "]", "[" + steps + "/" + steps + "]");
    assertThat(text.lines().filter(line -> line.matches(" +journal position [0-9,]+")))
        .hasSize((int) steps);
    assertThat(text).contains("4 buyers have their tickets", "difference 0", "VERIFIED");
  }
}
