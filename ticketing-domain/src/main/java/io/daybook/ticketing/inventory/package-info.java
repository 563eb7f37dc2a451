/** Seats: how many there are, who holds them and until when. */
@NullMarked
package io.daybook.ticketing.inventory;

import org.jspecify.annotations.NullMarked;
