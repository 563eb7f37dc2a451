package io.daybook.kyb.screening.list;

import java.io.IOException;
import java.util.function.Consumer;

/** Reads a list in one format, entity by entity. */
@FunctionalInterface
interface ListReader {
  /**
   * Hands over each entity of the list.
   *
   * @throws ListRefused if anything of the file is not what the format says
   */
  void read(ListSource source, Consumer<ListedEntity> sink) throws IOException;
}
