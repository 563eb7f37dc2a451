/** The ledger book: accounts and balanced journal entries. */
@NullMarked
package io.daybook.ledger.book;

import org.jspecify.annotations.NullMarked;
