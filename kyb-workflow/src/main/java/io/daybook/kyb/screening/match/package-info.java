/** Screening: an index over listed entities, and queries against it. */
@NullMarked
package io.daybook.kyb.screening.match;

import org.jspecify.annotations.NullMarked;
