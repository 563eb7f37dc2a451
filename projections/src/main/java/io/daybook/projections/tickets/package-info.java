/** Tickets and whether they still give a right to enter. */
@NullMarked
package io.daybook.projections.tickets;

import org.jspecify.annotations.NullMarked;
