/** Shows, their free seats and the holds on them. */
@NullMarked
package io.daybook.projections.shows;

import org.jspecify.annotations.NullMarked;
