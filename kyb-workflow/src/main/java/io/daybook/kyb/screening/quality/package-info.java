/** Measures how well and how fast screening finds names that it has not seen. */
@NullMarked
package io.daybook.kyb.screening.quality;

import org.jspecify.annotations.NullMarked;
