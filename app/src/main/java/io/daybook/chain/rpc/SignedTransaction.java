package io.daybook.chain.rpc;

import io.daybook.ticketing.chain.TxHash;
import java.math.BigInteger;

/**
 * A transaction that can be sent any number of times and has one effect.
 *
 * @param raw what is sent, as hexadecimal text
 * @param tip the most that the block's maker gets, wei for each unit of gas
 * @param feeCap the most that is paid altogether, wei for each unit of gas
 */
public record SignedTransaction(TxHash hash, String raw, BigInteger tip, BigInteger feeCap) {}
