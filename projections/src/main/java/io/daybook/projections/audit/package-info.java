/** A line for each event of the journal: what happened, when, to what and by whom. */
@NullMarked
package io.daybook.projections.audit;

import org.jspecify.annotations.NullMarked;
