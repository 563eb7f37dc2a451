/** Tests of reconciliations. */
@NullMarked
package io.daybook.reconciliation;

import org.jspecify.annotations.NullMarked;
