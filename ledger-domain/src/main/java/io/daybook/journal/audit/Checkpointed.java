package io.daybook.journal.audit;

/**
 * What the checkpoint promises about the log.
 *
 * @param origin the log's name
 * @param size how many records it has
 */
record Checkpointed(String origin, long size) {}
