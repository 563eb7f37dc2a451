/** The ledger as it stands: accounts, their balances and the entries behind them. */
@NullMarked
package io.daybook.projections.balances;

import org.jspecify.annotations.NullMarked;
