package io.daybook.projections.shared;

/**
 * What the rows of one table of read models add up to.
 *
 * @param readModel the table's name in schema {@code read}
 * @param rows how many rows it has
 * @param checksum a text that differs as soon as a value in any row does, whatever their order
 */
public record ReadModelChecksum(String readModel, long rows, String checksum) {}
