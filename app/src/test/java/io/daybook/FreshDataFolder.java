package io.daybook;

import io.daybook.database.SharedPrograms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Gives each application under test an empty data folder, a free port and known passwords. */
public final class FreshDataFolder
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  @Override
  public void initialize(ConfigurableApplicationContext context) {
    try {
      Path folder = Files.createTempDirectory(Path.of("target"), "data-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(context, folder)));
      SharedPrograms.lend(folder);
      TestPropertyValues.of(
              "daybook.data=" + folder,
              "daybook.database.port=0",
              "daybook.demo-password=" + IntegrationTest.DEMO_PASSWORD)
          .applyTo(context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Closes the application first: its server still writes. */
  private static void delete(ConfigurableApplicationContext context, Path folder) {
    context.close();
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
