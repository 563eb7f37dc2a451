package io.daybook.recorder.publication;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Gives what the read models hold, for exports: a port to the projections. */
@FunctionalInterface
public interface ReadModels {
  /**
   * Writes one file for each model into {@code folder}, all of one moment, and returns a line for
   * each table: name, rows and position, parted by tabs.
   *
   * @throws IOException if a file cannot be written
   */
  List<String> dump(Path folder) throws IOException;
}
