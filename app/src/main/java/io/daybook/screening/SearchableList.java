package io.daybook.screening;

import io.daybook.kyb.casefile.UsedList;
import io.daybook.kyb.screening.list.ListedEntity;
import io.daybook.kyb.screening.match.Hit;
import io.daybook.kyb.screening.match.Screener;
import io.daybook.kyb.screening.match.ScreeningIndex;
import io.daybook.kyb.screening.match.ScreeningPolicy;
import io.daybook.kyb.screening.match.ScreeningQuery;
import io.daybook.kyb.screening.name.NameParser;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A version of a list, ready to be searched. One search at a time, as it needs much room. */
final class SearchableList {
  private static final int MOST_HITS = 50;

  private final UsedList list;
  private final ListEntries entries;
  private final Screener screener;
  private final Lock lock = new ReentrantLock();

  SearchableList(UsedList list, List<ListedEntity> entities) {
    this.list = list;
    this.entries = new ListEntries(entities);
    this.screener =
        new Screener(new ScreeningIndex(new NameParser(), entities), ScreeningPolicy.STANDARD);
  }

  UsedList list() {
    return list;
  }

  ListEntries entries() {
    return entries;
  }

  Optional<ListedEntity> entry(String id) {
    return Optional.ofNullable(entries.byId().get(id));
  }

  /** Returns the hits of a query, the best first. */
  List<Hit> search(ScreeningQuery query) {
    lock.lock();
    try {
      return screener.screen(query, MOST_HITS);
    } finally {
      lock.unlock();
    }
  }
}
