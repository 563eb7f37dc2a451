package io.daybook.chain.rpc;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the program {@code anvil}, a chain for one machine: on the path, else in a folder into
 * which npm puts it by its name and version.
 */
public final class AnvilProgram {
  private static final Logger LOG = LoggerFactory.getLogger(AnvilProgram.class);
  private static final String VERSION = "1.7.1";
  private static final long INSTALL_SECONDS = 120;

  private AnvilProgram() {}

  /** Returns the folder for what npm brings, the same for all installations of a user. */
  public static Path cache() {
    return Path.of(System.getProperty("user.home"), ".cache", "daybook", "anvil");
  }

  /**
   * Finds or installs the program.
   *
   * @param cache keeps what npm brings
   * @return absent if there is neither the program nor npm, or npm could not bring it
   */
  public static Optional<Path> find(Path cache) {
    Optional<Path> onPath = onPath("anvil");
    if (onPath.isPresent()) {
      return onPath;
    }
    Path installed = installed(cache);
    if (Files.isExecutable(installed)) {
      return Optional.of(installed);
    }
    return onPath("npm").filter(npm -> install(npm, cache)).map(_ -> installed(cache));
  }

  /** The package for all platforms only chooses the package of one, which holds the program. */
  private static Path installed(Path cache) {
    return cache.resolve("node_modules/" + platformPackage() + "/bin/anvil");
  }

  private static String platformPackage() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String system = os.contains("mac") ? "darwin" : os.contains("win") ? "win32" : "linux";
    String machine =
        Map.of("amd64", "amd64", "x86_64", "amd64", "aarch64", "arm64")
            .getOrDefault(System.getProperty("os.arch"), "amd64");
    return "@foundry-rs/anvil-" + system + "-" + machine;
  }

  private static boolean install(Path npm, Path cache) {
    try {
      Files.createDirectories(cache);
      Path log = cache.resolve("npm.log");
      Process process =
          new ProcessBuilder(
                  List.of(
                      npm.toString(),
                      "install",
                      "--prefix",
                      cache.toString(),
                      "--ignore-scripts",
                      "--no-audit",
                      "--no-fund",
                      platformPackage() + "@" + VERSION))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (!process.waitFor(INSTALL_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      if (Files.isExecutable(installed(cache))) {
        return true;
      }
      LOG.warn("npm could not install anvil; it says why in {}", log);
    } catch (IOException e) {
      LOG.warn("npm could not install anvil: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private static Optional<Path> onPath(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String folder : path.split(File.pathSeparator, -1)) {
      Path file = Path.of(folder, program);
      if (!folder.isEmpty() && Files.isExecutable(file) && Files.isRegularFile(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }
}
