package io.daybook.journal.audit;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The last thing that happened to each KYB case. */
final class CaseReplay {
  private final SortedMap<String, String> lastEventByCase = new TreeMap<>();

  void note(StrictJson event, String name) {
    lastEventByCase.put(event.text("kybCase"), name);
  }

  SortedMap<String, String> lastEventByCase() {
    return Collections.unmodifiableSortedMap(lastEventByCase);
  }
}
