package io.daybook.projections.shared;

import org.jspecify.annotations.Nullable;

/**
 * How a projection is doing.
 *
 * @param position the index of the last event that it has read; -1 before the first
 * @param lagEvents how many recorded events it has not read
 * @param lagSeconds for how many seconds the first of them has waited; 0 if there is none
 * @param isRunning whether its processor runs here
 * @param isReplaying whether it is being rebuilt
 * @param rebuild how far the rebuild is; absent if none is under way
 * @param failure the name of the error for which its last batch was undone; absent if it was not
 */
public record ProjectionStatus(
    String projection,
    long position,
    long lagEvents,
    long lagSeconds,
    boolean isRunning,
    boolean isReplaying,
    @Nullable RebuildProgress rebuild,
    @Nullable String failure) {}
