/** Tickets: the right to enter a show. */
@NullMarked
package io.daybook.ticketing.ticket;

import org.jspecify.annotations.NullMarked;
