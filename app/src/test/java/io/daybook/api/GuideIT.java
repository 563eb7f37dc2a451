package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.IntegrationTest;
import io.daybook.security.DemoUsers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the guide tells people to type really works. */
@IntegrationTest
class GuideIT {
  @LocalServerPort private int port;
  @Autowired private DemoUsers users;

  @Test
  void theWholeSaleOfTheGuideWorks() throws Exception {
    // Daybook itself needs no curl, so a machine without it can't try this.
    if (!isOnPath("curl") || !isOnPath("bash")) {
      return;
    }
    String guide = Files.readString(Path.of("../docs/api.md"));
    String script = guide.split("```bash\n", 2)[1].split("```\n", 2)[0];
    Path file = Files.writeString(Files.createTempFile(Path.of("target"), "sale", ".sh"), script);

    var builder = new ProcessBuilder("bash", file.toString()).redirectErrorStream(true);
    builder.environment().put("BASE", "http://127.0.0.1:" + port);
    builder.environment().put("USERS", users.file().orElseThrow().toString());
    Process process = builder.start();
    String output = output(process);

    assertThat(process.waitFor()).describedAs(output).isZero();
    assertThat(output).contains("\"credential\":\"DBT1.", "\"differenceMinor\":0");
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static boolean isOnPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
