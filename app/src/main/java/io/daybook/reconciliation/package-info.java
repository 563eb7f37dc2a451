/** Compares statements of banks and providers with the ledger, and records how they differ. */
@NullMarked
package io.daybook.reconciliation;

import org.jspecify.annotations.NullMarked;
