package io.daybook.kyb.screening.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file that appears only when it is complete. */
final class WholeFile {
  /** Writes the content. */
  interface Content {
    void writeTo(Writer text) throws IOException;
  }

  private WholeFile() {}

  /** Writes to a file beside the result, which then takes the result's place. */
  static void write(Path result, Content content) throws IOException {
    Path part = result.resolveSibling(result.getFileName() + ".part");
    try {
      try (Writer text = Files.newBufferedWriter(part)) {
        content.writeTo(text);
      }
      Files.move(part, result, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
