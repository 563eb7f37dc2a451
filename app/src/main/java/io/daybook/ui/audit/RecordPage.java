package io.daybook.ui.audit;

import io.daybook.ui.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of the journal as its page shows it.
 *
 * @param coveredBy the size of the smallest checkpoint that covers it; absent if none does yet
 * @param isLast whether the journal ends with it
 */
record RecordPage(
    long position,
    String type,
    Moment time,
    List<Fact> facts,
    List<Fact> chain,
    List<Mark> marks,
    PayloadField.All payload,
    @Nullable Long coveredBy,
    boolean isLast) {}
