/** What every domain shares: refusals, identifiers and how aggregates are registered. */
@NullMarked
package io.daybook.ledger;

import org.jspecify.annotations.NullMarked;
