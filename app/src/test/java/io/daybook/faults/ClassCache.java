package io.daybook.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/**
 * A cache of the application's loaded and linked classes (JEP 483, JEP 514), made once for all
 * tests that start the application in processes of its own: it saves a third of each start.
 */
final class ClassCache {
  private static final Path FILE = Path.of("target", "faults", "classes.aot").toAbsolutePath();

  private ClassCache() {}

  /** Returns the options of a process that uses the cache; none if there can be no cache. */
  static List<String> options(String classPath) {
    return canBeKept(classPath) && isMade()
        ? List.of("-XX:AOTCache=" + FILE, "-Xlog:disable")
        : List.of();
  }

  /** The virtual machine keeps classes from jars only. */
  private static boolean canBeKept(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator, -1))
        .allMatch(entry -> Files.isRegularFile(Path.of(entry)));
  }

  /** Other test processes wait meanwhile. */
  private static synchronized boolean isMade() {
    try (var channel =
            FileChannel.open(
                Files.createDirectories(FILE.getParent()).resolve("classes.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      return lock.isValid() && (Files.exists(FILE) || make());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean make() throws IOException {
    Path folder = Files.createTempDirectory("daybook-classes");
    Path made = FILE.resolveSibling("classes.new");
    DaybookProcess.start(
            folder,
            DaybookProcess.freePort(),
            List.of("-XX:AOTCacheOutput=" + made, "-Xlog:disable"))
        .stop();
    Files.move(made, FILE, StandardCopyOption.ATOMIC_MOVE);
    return true;
  }
}
