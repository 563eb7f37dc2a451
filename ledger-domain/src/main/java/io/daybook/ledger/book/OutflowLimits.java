package io.daybook.ledger.book;

import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * How much may leave an account of a tier in one currency, in minor units; absent is no limit.
 *
 * @param entryMinor by one entry
 * @param dayMinor on one day, UTC
 * @param monthMinor in one month, UTC
 */
public record OutflowLimits(
    Currency currency,
    @Nullable Long entryMinor,
    @Nullable Long dayMinor,
    @Nullable Long monthMinor) {}
