package io.daybook.kyb.watchlist;

/**
 * How a version differs from the one that was active when it was loaded.
 *
 * @param comparedWith that version, 0 if none was active: then all entries are new
 * @param added entries that it did not have
 * @param removed entries that it has no more
 * @param changed entries whose names, dates, countries or numbers are other now
 */
public record ListDelta(int comparedWith, int added, int removed, int changed) {}
