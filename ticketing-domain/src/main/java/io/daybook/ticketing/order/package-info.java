/** Orders: what a buyer buys at once. */
@NullMarked
package io.daybook.ticketing.order;

import org.jspecify.annotations.NullMarked;
