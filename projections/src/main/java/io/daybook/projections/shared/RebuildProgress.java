package io.daybook.projections.shared;

/**
 * How far a rebuild is.
 *
 * @param eventsPerSecond how many events it has read in each second so far
 * @param remainingEvents how many recorded events it has not read
 * @param remainingSeconds how long that takes at its speed so far; 0 until there is one
 */
public record RebuildProgress(long eventsPerSecond, long remainingEvents, long remainingSeconds) {}
