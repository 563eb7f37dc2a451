/** Read models on PostgreSQL: what the journal's events add up to, ready to be asked for. */
@NullMarked
package io.daybook.projections;

import org.jspecify.annotations.NullMarked;
