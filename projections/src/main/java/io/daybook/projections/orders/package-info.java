/** Orders and how far each has come. */
@NullMarked
package io.daybook.projections.orders;

import org.jspecify.annotations.NullMarked;
