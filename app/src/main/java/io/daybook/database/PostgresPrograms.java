package io.daybook.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this machine, unpacked once per version beside the database. */
final class PostgresPrograms {
  private final Path home;
  private final List<String> prefix;

  private PostgresPrograms(Path home, List<String> prefix) {
    this.home = home;
    this.prefix = prefix;
  }

  /** Unpacks the programs into {@code folder} unless they are there already. */
  static PostgresPrograms unpackInto(Path folder) {
    try {
      byte[] archive = archive();
      Path home = folder.resolve("programs-" + fingerprint(archive));
      if (!Files.isDirectory(home)) {
        Path draft = folder.resolve("programs.new");
        deleteTree(draft);
        unpack(archive, draft);
        Files.move(draft, home);
      }
      return new PostgresPrograms(home, RootPrefix.find());
    } catch (IOException e) {
      throw new StartRefused("PostgreSQL cannot be unpacked into " + folder + ": " + e, e);
    }
  }

  /** Returns a process builder for {@code program}, never run as root. */
  ProcessBuilder command(String program, List<String> arguments) {
    List<String> line =
        Stream.of(prefix, List.of(home.resolve("bin").resolve(program).toString()), arguments)
            .flatMap(List::stream)
            .toList();
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    return builder;
  }

  static void deleteTree(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static byte[] archive() throws IOException {
    String system = System.getProperty("os.name").replaceFirst("^(Mac OS X|Darwin)$", "Darwin");
    String machine =
        System.getProperty("os.arch").toLowerCase(Locale.ROOT).replace("amd64", "x86_64");
    try (InputStream archive =
        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine)) {
      return archive.readAllBytes();
    } catch (IllegalStateException e) {
      throw new StartRefused(
          "There is no embedded PostgreSQL for "
              + system
              + " on "
              + machine
              + ": set spring.datasource.url to a PostgreSQL 18 server.",
          e);
    }
  }

  private static String fingerprint(byte[] archive) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(archive);
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void unpack(byte[] archive, Path target) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpackEntry(tar, entry, target);
      }
    }
  }

  private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    Path path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("the archive leaves its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, path);
    boolean program = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
