package io.daybook.chain;

import io.daybook.ticketing.chain.BlockHash;
import org.jspecify.annotations.Nullable;

/**
 * How far the chain was read.
 *
 * @param number the newest block that was read
 * @param finalNumber the newest that cannot be reorganised
 * @param halted why nothing is read any more, absent if all is well
 */
record Cursor(
    long number, BlockHash hash, long finalNumber, BlockHash finalHash, @Nullable String halted) {}
