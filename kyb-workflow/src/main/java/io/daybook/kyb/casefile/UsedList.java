package io.daybook.kyb.casefile;

/**
 * A list that was searched.
 *
 * @param watchlist its id, or {@code sample} for the made-up list that is used while none is active
 * @param version from 1
 * @param sha256 64 lower-case hexadecimal digits: what exactly was searched
 */
public record UsedList(String watchlist, int version, String sha256) {}
