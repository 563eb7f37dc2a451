package io.daybook.reconciliation;

import java.time.LocalDate;

/**
 * One line of somebody else's statement.
 *
 * @param date when it was booked there
 * @param amountMinor in minor units of the account's currency; above zero for money that came in
 */
record ExternalLine(String reference, LocalDate date, long amountMinor) {}
