package io.daybook.kyb.screening.command;

import io.daybook.kyb.screening.list.ListFile;
import io.daybook.kyb.screening.list.ListFormat;
import io.daybook.kyb.screening.list.ListedEntity;
import io.daybook.kyb.screening.match.ScreeningIndex;
import io.daybook.kyb.screening.name.NameParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which lists are searched. */
final class ListOptions {
  @Option(
      names = "--list",
      paramLabel = "FILE",
      description = "A list; of OFAC's legacy files sdn.csv. May be given more than once.")
  private List<Path> lists = new ArrayList<>();

  @Nullable
  @Option(
      names = "--format",
      description =
          "The lists' format, if it shall not be told from the files: ${COMPLETION-CANDIDATES}.")
  private ListFormat format;

  boolean isGiven() {
    return !lists.isEmpty();
  }

  ScreeningIndex index(PrintWriter err) throws IOException {
    long start = System.nanoTime();
    List<ListedEntity> entities = entities(err);
    long parsed = System.nanoTime();
    var index = new ScreeningIndex(new NameParser(), entities);
    err.printf(
        "%,d entities with %,d names: read in %.1f s, indexed in %.1f s%n",
        index.size(),
        index.nameCount(),
        (parsed - start) / 1e9,
        (System.nanoTime() - parsed) / 1e9);
    err.flush();
    return index;
  }

  List<ListedEntity> entities(PrintWriter err) throws IOException {
    var entities = new ArrayList<ListedEntity>();
    var ticker = new Ticker(err);
    for (Path list : lists) {
      if (!Files.isRegularFile(list)) {
        throw new UsageException("no list: " + list);
      }
      entities.addAll(
          ListFile.read(list, Optional.ofNullable(format), n -> ticker.at("entities read", n)));
    }
    return entities;
  }
}
