package io.daybook.screening;

import io.daybook.kyb.screening.list.ListFile;
import io.daybook.kyb.screening.list.ListFormat;
import io.daybook.kyb.screening.list.ListRefused;
import io.daybook.kyb.screening.list.ListedEntity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The bytes of a list's file, and how they read. */
final class ListContent {
  private static final String COMPRESSED = ".gz";

  private final String fileName;
  private final byte[] bytes;

  /**
   * Takes a file.
   *
   * @param name as it was called where it comes from; decides only whether it is compressed
   */
  ListContent(String name, byte[] bytes) {
    this.fileName = name.endsWith(COMPRESSED) ? "list" + COMPRESSED : "list";
    this.bytes = bytes;
  }

  String fileName() {
    return fileName;
  }

  byte[] bytes() {
    return bytes;
  }

  String sha256() {
    return Sha256.of(bytes);
  }

  /** What a file says. */
  record Read(ListFormat format, List<ListedEntity> entities) {}

  /**
   * Reads the file as a whole.
   *
   * @throws ListRefused if anything of it is not what its format says
   */
  Read read() {
    try {
      Path folder = Files.createTempDirectory("daybook-list");
      Path file = folder.resolve(fileName);
      try {
        Files.write(file, bytes);
        ListFormat format = ListFile.formatOf(file);
        if (format == ListFormat.OFAC_CSV) {
          throw new ListRefused(
              "OFAC's legacy files are four that belong together; load sdn_advanced.xml instead");
        }
        return new Read(format, ListFile.read(file, Optional.of(format), _ -> {}));
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
