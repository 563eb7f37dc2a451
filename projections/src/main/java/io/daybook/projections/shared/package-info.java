/** What all projections share: pages, positions, lag and rebuilding. */
@NullMarked
package io.daybook.projections.shared;

import org.jspecify.annotations.NullMarked;
