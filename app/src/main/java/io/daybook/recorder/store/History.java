package io.daybook.recorder.store;

import java.util.List;
import java.util.Optional;

/**
 * What was read of one aggregate at once.
 *
 * @param snapshot the state to start from, if there is one that may be used
 * @param entries the events after it, or from the start; perhaps not yet all
 * @param isWhole whether no more events follow
 * @param head the end of what was read, which is the stream's if nothing follows
 */
record History(
    Optional<Snapshot> snapshot, List<JournalEntry> entries, boolean isWhole, StreamHead head) {}
