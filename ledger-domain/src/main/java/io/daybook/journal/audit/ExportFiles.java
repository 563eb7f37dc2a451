package io.daybook.journal.audit;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import io.daybook.journal.LogLayout;
import io.daybook.journal.MalformedException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads an export, a folder or one zip file, without trusting it: only regular files inside it, no
 * links, nothing longer than it may be.
 */
final class ExportFiles implements Closeable {
  private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");

  private static final int MAX_DEPTH = 16;

  private final Path root;
  private final Closeable archive;

  private ExportFiles(Path root, Closeable archive) {
    this.root = root;
    this.archive = archive;
  }

  /**
   * Opens an export.
   *
   * @throws UsageException if there is neither a folder nor a readable zip file
   */
  static ExportFiles open(Path export) {
    try {
      if (Files.isDirectory(export)) {
        return new ExportFiles(export.toRealPath(), () -> {});
      }
      if (!Files.isRegularFile(export)) {
        throw new UsageException("no export at " + export + ": give a folder or a zip file");
      }
      FileSystem zip = FileSystems.newFileSystem(export, Map.of("accessMode", "readOnly"));
      return new ExportFiles(top(zip.getPath("/")), zip);
    } catch (IOException | ProviderNotFoundException | IllegalArgumentException e) {
      throw new UsageException(export + " is no folder and no readable zip file: " + reason(e));
    }
  }

  /** Archives often wrap everything in one folder. */
  private static Path top(Path zipRoot) throws IOException {
    try (Stream<Path> children = Files.list(zipRoot)) {
      var entries = children.limit(2).toList();
      boolean wrapped = entries.size() == 1 && Files.isDirectory(entries.getFirst());
      return (wrapped ? entries.getFirst() : zipRoot).toRealPath();
    }
  }

  /**
   * Reads a whole file.
   *
   * @throws MalformedException if it is longer than {@code maxBytes}
   * @throws IOException if it is missing, no regular file, behind a link or unreadable
   */
  byte[] read(String name, int maxBytes) throws IOException {
    try (InputStream in = stream(name)) {
      byte[] bytes = in.readNBytes(maxBytes + 1);
      if (bytes.length > maxBytes) {
        throw new MalformedException(name + " is longer than " + maxBytes + " bytes", maxBytes);
      }
      return bytes;
    }
  }

  /**
   * Opens a file for reading.
   *
   * @throws IOException as {@link #read}
   */
  InputStream stream(String name) throws IOException {
    Path file = root.resolve(name);
    if (!Files.exists(file, NOFOLLOW_LINKS)) {
      throw new NoSuchFileException(name);
    }
    if (!Files.isRegularFile(file, NOFOLLOW_LINKS) || !file.toRealPath().equals(file)) {
      throw new IOException("not a regular file inside the export (links are not followed)");
    }
    return Files.newInputStream(file);
  }

  boolean exists(String name) {
    return Files.exists(root.resolve(name), NOFOLLOW_LINKS);
  }

  /** Returns the sizes that name files in {@code checkpoints/}, in ascending order. */
  long[] olderCheckpoints() throws IOException {
    Path folder = root.resolve(LogLayout.CHECKPOINTS);
    if (!Files.isDirectory(folder, NOFOLLOW_LINKS)) {
      return new long[0];
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> SIZE.matcher(name).matches())
          .mapToLong(Long::parseLong)
          .sorted()
          .toArray();
    }
  }

  /** Tells whether a name is that of an older checkpoint. */
  static boolean isCheckpoint(String name) {
    String folder = LogLayout.CHECKPOINTS + "/";
    return name.startsWith(folder) && SIZE.matcher(name.substring(folder.length())).matches();
  }

  /**
   * Passes the name of everything in the export that is no folder, except what is hidden: no check
   * reads such a file, and systems leave them behind. Links are named, not followed.
   */
  void forEach(Consumer<String> taker) throws IOException {
    Files.walkFileTree(
        root,
        Set.of(),
        MAX_DEPTH,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!String.valueOf(file.getFileName()).startsWith(".")) {
              taker.accept(root.relativize(file).toString().replace('\\', '/'));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            taker.accept(root.relativize(file).toString());
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Says in a few words why a file cannot be read. */
  static String reason(Exception e) {
    return e instanceof NoSuchFileException ? "missing" : String.valueOf(e.getMessage());
  }

  /** Says what is the matter with which file, as the file system's own messages often do not. */
  static String sentence(Exception e) {
    return switch (e) {
      case NoSuchFileException missing -> missing.getFile() + " is missing";
      case FileAlreadyExistsException there -> there.getFile() + " is there already";
      case AccessDeniedException denied -> denied.getFile() + ": access is denied";
      case NotDirectoryException file -> file.getFile() + " is no folder";
      default -> String.valueOf(e.getMessage());
    };
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}
