package io.daybook.ticketing.chain;

/**
 * Where on a chain something happened. The same transaction is at another place after a
 * reorganisation.
 *
 * @param block the block's number, from 0
 * @param logIndex the log's index in the block, from 0
 */
public record Place(long block, BlockHash blockHash, TxHash transaction, int logIndex) {}
