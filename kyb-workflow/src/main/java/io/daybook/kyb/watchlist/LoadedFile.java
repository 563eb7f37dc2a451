package io.daybook.kyb.watchlist;

/**
 * A list's file as it was read.
 *
 * @param source where it was taken from, 1 to 300 characters
 * @param format which of the known formats it has
 * @param sha256 64 lower-case hexadecimal digits, of the file as it was loaded
 * @param sizeBytes of the file as it was loaded
 * @param entities how many people, companies and things it has, from 1
 * @param names how many names these have
 */
public record LoadedFile(
    String source, String format, String sha256, long sizeBytes, int entities, int names) {}
