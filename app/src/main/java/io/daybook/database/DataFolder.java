package io.daybook.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds the database, the keys and the passwords of one installation.
 *
 * <p>At most one process has it open: the lock ends with the process, however that ends.
 */
public final class DataFolder implements AutoCloseable {
  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path root;
  private final FileChannel lockChannel;

  private DataFolder(Path root, FileChannel lockChannel) {
    this.root = root;
    this.lockChannel = lockChannel;
  }

  /**
   * Creates the folder if necessary and takes its lock.
   *
   * @throws StartRefused if the folder cannot be written or another process has it open
   */
  public static DataFolder open(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    try {
      createFolder(root);
      refuseReadOnly(root);
      Path lockFile = root.resolve("daybook.lock");
      if (Files.notExists(lockFile)) {
        createFile(lockFile);
      }
      FileChannel channel =
          FileChannel.open(lockFile, StandardOpenOption.READ, StandardOpenOption.WRITE);
      lock(channel, root);
      return new DataFolder(root, channel);
    } catch (IOException e) {
      throw unwritable(root, e);
    }
  }

  /** Returns the absolute path of {@code name} in this folder; the file need not exist. */
  public Path resolve(String name) {
    return root.resolve(name);
  }

  /** Returns this folder's absolute path. */
  public Path path() {
    return root;
  }

  /** Creates the folder {@code name} in this one, for its owner alone, if it is not there yet. */
  public Path folder(String name) {
    Path folder = resolve(name);
    try {
      createFolder(folder);
      return folder;
    } catch (IOException e) {
      throw unwritable(root, e);
    }
  }

  /** Writes {@code content} to the file {@code name}, readable by its owner alone, atomically. */
  public void writePrivate(String name, byte[] content) {
    Path target = resolve(name);
    Path draft = resolve(name + ".new");
    try {
      Files.deleteIfExists(draft);
      createFile(draft);
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.write(java.nio.ByteBuffer.wrap(content));
        channel.force(true);
      }
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw unwritable(root, e);
    }
  }

  /** Writes {@code content} as UTF-8; see {@link #writePrivate(String, byte[])}. */
  public void writePrivate(String name, String content) {
    writePrivate(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the text of the file {@code name}, or null if there is none. */
  public @Nullable String read(String name) {
    Path file = resolve(name);
    try {
      return Files.exists(file) ? Files.readString(file) : null;
    } catch (IOException e) {
      throw new StartRefused("The file " + file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  @Override
  public void close() throws IOException {
    lockChannel.close();
  }

  private static void lock(FileChannel channel, Path root) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      if (lock != null) {
        writeOwnProcessId(channel);
        return;
      }
    } catch (OverlappingFileLockException e) {
      // Another part of this very process has it: the same answer as for another process.
    }
    String owner = Files.readString(root.resolve("daybook.lock")).strip();
    channel.close();
    throw new StartRefused(
        "Daybook already runs on " + root + " (process " + owner + "): stop that one first.");
  }

  private static void writeOwnProcessId(FileChannel channel) throws IOException {
    channel.truncate(0);
    String processId = Long.toString(ProcessHandle.current().pid());
    channel.write(StandardCharsets.UTF_8.encode(processId));
    channel.force(true);
  }

  private static void createFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Path parent = folder.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.createDirectory(folder, PRIVATE_FOLDER);
    }
  }

  private static void createFile(Path file) throws IOException {
    try {
      Files.createFile(file, PRIVATE_FILE);
    } catch (FileAlreadyExistsException e) {
      // Somebody else was quicker; the lock on the file decides.
    }
  }

  /**
   * Root may write everywhere, but a folder without write permission was meant to stay as it is.
   */
  private static void refuseReadOnly(Path root) throws IOException {
    if (!Files.getPosixFilePermissions(root).contains(PosixFilePermission.OWNER_WRITE)) {
      throw new StartRefused("The data folder " + root + " is read-only.");
    }
  }

  private static StartRefused unwritable(Path root, IOException cause) {
    return new StartRefused(
        "The data folder "
            + root
            + " cannot be written ("
            + cause.getClass().getSimpleName()
            + ": "
            + cause.getMessage()
            + ").",
        cause);
  }
}
