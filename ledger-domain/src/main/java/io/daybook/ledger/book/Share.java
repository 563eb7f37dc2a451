package io.daybook.ledger.book;

/**
 * One account's part of what a template splits.
 *
 * @param weight the part in relation to the sum of the weights on the same side, 1 to 1,000,000
 */
public record Share(AccountId account, int weight) {}
