package io.daybook.projections.shared;

/** Names one row of a table by its key; {@code second} is empty if the key is one column. */
public record RowKey(Table table, String first, String second) {}
