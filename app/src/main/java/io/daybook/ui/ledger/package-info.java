/** Finance's pages: accounts, entries, balances. */
@NullMarked
package io.daybook.ui.ledger;

import org.jspecify.annotations.NullMarked;
