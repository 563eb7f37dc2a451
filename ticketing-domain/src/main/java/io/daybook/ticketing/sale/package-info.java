/** The sale, from hold to ticket, and its compensations. */
@NullMarked
package io.daybook.ticketing.sale;

import org.jspecify.annotations.NullMarked;
