package io.daybook.recorder;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a command whose events are durable.
 *
 * @param result what the handler returned, or null
 * @param position the leaf index of the last event that the command wrote; if it wrote none, of the
 *     journal's last event, so that a read at this position sees what the command saw
 */
public record Receipt<R>(@Nullable R result, long position) {}
