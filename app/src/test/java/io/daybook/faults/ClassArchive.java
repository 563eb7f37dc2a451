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
 * An archive of the application's loaded classes (application class data sharing), made once for
 * all tests that start the application in processes of its own: it saves a third of each start.
 */
final class ClassArchive {
  private static final Path FILE = Path.of("target", "faults", "classes.jsa").toAbsolutePath();

  private ClassArchive() {}

  /** Returns the options of a process that uses the archive; none if there can be no archive. */
  static List<String> options(String classPath) {
    return canBeArchived(classPath) && isMade()
        ? List.of("-XX:SharedArchiveFile=" + FILE, "-Xlog:disable")
        : List.of();
  }

  /** The virtual machine archives classes from jars only. */
  private static boolean canBeArchived(String classPath) {
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
            folder, DaybookProcess.freePort(), List.of("-XX:ArchiveClassesAtExit=" + made))
        .stop();
    Files.move(made, FILE, StandardCopyOption.ATOMIC_MOVE);
    return true;
  }
}
