/** Payments, refunds and payouts. */
@NullMarked
package io.daybook.projections.payments;

import org.jspecify.annotations.NullMarked;
