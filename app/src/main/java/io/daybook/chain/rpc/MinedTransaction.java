package io.daybook.chain.rpc;

import io.daybook.ticketing.chain.BlockHash;
import io.daybook.ticketing.chain.TxHash;
import java.math.BigInteger;

/**
 * A transaction that is in a block.
 *
 * @param isSuccess whether it had its effect; gas is paid either way
 * @param fee wei that it cost
 */
public record MinedTransaction(
    TxHash hash, long block, BlockHash blockHash, boolean isSuccess, BigInteger fee) {}
