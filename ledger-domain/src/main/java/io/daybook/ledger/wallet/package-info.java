/** Payouts to organisers. */
@NullMarked
package io.daybook.ledger.wallet;

import org.jspecify.annotations.NullMarked;
