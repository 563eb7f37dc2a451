package io.daybook.screening;

import io.daybook.kyb.casefile.UsedList;
import io.daybook.kyb.screening.list.ListedEntity;
import io.daybook.projections.cases.Watchlists;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The lists that parties are looked for in now, in memory.
 *
 * <p>While no list is active it is a made-up sample that comes with the program, so that everything
 * can be tried at once; each screening names it as what it is.
 */
@Component
public class ActiveLists {
  /** What the made-up sample is called where others have their list's id. */
  public static final String SAMPLE = "sample";

  private static final String SAMPLE_FILE = "/io/daybook/kyb/screening/samples/own.csv";

  private final Watchlists watchlists;
  private final WatchlistFiles files;
  private final Lock lock = new ReentrantLock();
  private List<SearchableList> current = List.of();

  ActiveLists(Watchlists watchlists, WatchlistFiles files) {
    this.watchlists = watchlists;
    this.files = files;
  }

  /** Returns the lists that are active by the read models. */
  List<SearchableList> current() {
    List<UsedList> active = watchlists.findActive();
    lock.lock();
    try {
      if (current.isEmpty()
          || !lists(current).equals(active.isEmpty() ? List.of(Sample.LIST) : active)) {
        current = active.isEmpty() ? List.of(loadSample()) : load(active);
      }
      return current;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns an entry of a version of a list, as it was in that version.
   *
   * @throws io.daybook.kyb.screening.list.ListRefused if the stored file is damaged
   */
  public Optional<ListedEntity> entry(UsedList list, String entry) {
    Optional<SearchableList> active =
        current().stream().filter(each -> each.list().equals(list)).findFirst();
    if (active.isPresent()) {
      return active.get().entry(entry);
    }
    Optional<ListContent> content =
        list.watchlist().equals(SAMPLE) ? Optional.of(Sample.CONTENT) : files.find(list.sha256());
    return content.flatMap(found ->
        found.read().entities().stream().filter(entity -> entity.id().equals(entry)).findFirst());
  }

  /** Returns the made-up sample if that is what {@code watchlist} names. */
  public Optional<UsedList> sampleList(String watchlist) {
    return watchlist.equals(SAMPLE) ? Optional.of(Sample.LIST) : Optional.empty();
  }

  private List<SearchableList> load(List<UsedList> active) {
    Map<UsedList, SearchableList> known =
        current.stream().collect(Collectors.toMap(SearchableList::list, Function.identity()));
    return active.stream()
        .map(list -> known.containsKey(list) ? known.get(list) : load(list))
        .toList();
  }

  private SearchableList load(UsedList list) {
    ListContent content =
        files
            .find(list.sha256())
            .orElseThrow(() -> new IllegalStateException("the file of " + list + " is lost"));
    return new SearchableList(list, content.read().entities());
  }

  private static SearchableList loadSample() {
    return new SearchableList(Sample.LIST, Sample.CONTENT.read().entities());
  }

  private static List<UsedList> lists(List<SearchableList> searchable) {
    return searchable.stream().map(SearchableList::list).toList();
  }

  /** The made-up sample, read and hashed when it is first needed. */
  private static final class Sample {
    static final ListContent CONTENT = content();
    static final UsedList LIST = new UsedList(SAMPLE, 1, CONTENT.sha256());

    private static ListContent content() {
      try (InputStream file = ActiveLists.class.getResourceAsStream(SAMPLE_FILE)) {
        if (file == null) {
          throw new IllegalStateException("the program comes without " + SAMPLE_FILE);
        }
        return new ListContent("own.csv", file.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
