package io.daybook.ledger.book;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When and why an entry was decided, and for what request.
 *
 * @param decidedAt the time that the decision was made for
 * @param valueDate the day on which the entry counts
 * @param request the sender's name for the write, by which a repeat is known
 */
public record EntryDecision(
    Instant decidedAt, LocalDate valueDate, EntryCause cause, @Nullable RequestId request) {}
