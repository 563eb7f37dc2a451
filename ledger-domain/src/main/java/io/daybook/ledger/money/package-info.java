/** Exact amounts of money. */
@NullMarked
package io.daybook.ledger.money;

import org.jspecify.annotations.NullMarked;
