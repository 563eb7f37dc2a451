/** Wallets, what comes into them and tips out of them; payouts to organisers. */
@NullMarked
package io.daybook.ledger.wallet;

import org.jspecify.annotations.NullMarked;
