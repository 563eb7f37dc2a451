package io.daybook.recorder.store;

import io.daybook.journal.merkle.Frontier;
import org.jspecify.annotations.Nullable;

/**
 * The journal's end: what the next append continues.
 *
 * @param origin the log's name, absent while the journal is empty
 * @param frontier the tree's right edge, which knows the size
 */
record Head(@Nullable String origin, Frontier frontier) {
  long size() {
    return frontier.size();
  }
}
