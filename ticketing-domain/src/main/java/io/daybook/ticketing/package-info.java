/** Tickets: shows, seats, orders and the sale. */
@NullMarked
package io.daybook.ticketing;

import org.jspecify.annotations.NullMarked;
