package io.daybook.screening;

import io.daybook.kyb.casefile.UsedList;
import io.daybook.kyb.screening.list.ListRefused;
import io.daybook.kyb.watchlist.ListDelta;
import io.daybook.kyb.watchlist.LoadedFile;
import io.daybook.kyb.watchlist.WatchlistCommand.LoadVersion;
import io.daybook.kyb.watchlist.WatchlistId;
import io.daybook.ledger.UserId;
import io.daybook.projections.cases.Watchlists;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads the files of lists, as a whole or not at all, and keeps them. */
@Component
public class ListLoading {
  private final Watchlists watchlists;
  private final WatchlistFiles files;

  ListLoading(Watchlists watchlists, WatchlistFiles files) {
    this.watchlists = watchlists;
    this.files = files;
  }

  /**
   * What an officer hands over.
   *
   * @param name of the list; the same name is the same list
   * @param source where the file was taken from
   * @param fileName as it was called there; compressed by gzip if it ends in {@code .gz}
   */
  public record Request(String name, String source, String fileName) {}

  /**
   * Reads a file and keeps it.
   *
   * @return the command that makes it a version of the list
   * @throws ListRefused if the file is not complete and well-formed; nothing of it is kept
   */
  public LoadVersion load(Request request, byte[] bytes, UserId officer) {
    var content = new ListContent(request.fileName(), bytes);
    ListContent.Read read = content.read();
    String sha256 = content.sha256();
    var entries = new ListEntries(read.entities());
    WatchlistId watchlist = WatchlistId.of(request.name());
    int names = read.entities().stream().mapToInt(entity -> entity.names().size()).sum();
    var file =
        new LoadedFile(
            request.source(),
            read.format().name(),
            sha256,
            bytes.length,
            read.entities().size(),
            names);
    files.store(sha256, content);
    return new LoadVersion(watchlist, request.name(), file, delta(watchlist, entries), officer);
  }

  private ListDelta delta(WatchlistId watchlist, ListEntries entries) {
    Optional<UsedList> active =
        watchlists.findActive().stream()
            .filter(list -> list.watchlist().equals(watchlist.value()))
            .findFirst();
    return active
        .flatMap(list -> files.find(list.sha256()))
        .map(content -> new ListEntries(content.read().entities()))
        .map(before -> entries.since(before, active.orElseThrow().version()))
        .orElseGet(() -> new ListDelta(0, entries.byId().size(), 0, 0));
  }
}
