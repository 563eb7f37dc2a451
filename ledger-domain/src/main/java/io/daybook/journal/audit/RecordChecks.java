package io.daybook.journal.audit;

import io.daybook.journal.Header;

/** What looks at each record, in the order of the log, once it is known to be the recorded one. */
record RecordChecks(
    ReplayCheck replay, KeyCheck keys, AuthorCheck authors, WitnessCheck witnesses) {

  /** Takes a header, before its row and whether or not that is sound. */
  void header(Leaf leaf, Header header) {
    authors.check(leaf, header);
  }

  /** Takes a row that is as it was recorded. */
  void add(Recorded row) {
    keys.add(row);
    witnesses.add(row);
    replay.add(row);
  }

  /** Ends what cannot go on without the record at {@code leafIndex}. */
  void stop(long leafIndex, String reason) {
    replay.stop(leafIndex, reason);
  }

  void finish() {
    authors.finish();
    replay.finish();
  }
}
