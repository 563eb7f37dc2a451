/** Payments through an outside provider, and their refunds. */
@NullMarked
package io.daybook.ledger.payment;

import org.jspecify.annotations.NullMarked;
