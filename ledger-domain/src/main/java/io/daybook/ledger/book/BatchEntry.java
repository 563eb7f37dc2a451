package io.daybook.ledger.book;

/**
 * One entry of a batch.
 *
 * @param entry made by the client; the same id with the same content changes nothing
 */
public record BatchEntry(EntryId entry, EntryContent content, EntryConditions conditions) {}
