/** Shows: what tickets are sold for. */
@NullMarked
package io.daybook.ticketing.show;

import org.jspecify.annotations.NullMarked;
