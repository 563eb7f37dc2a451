/** Starts Daybook and wires its parts together. */
@NullMarked
package io.daybook;

import org.jspecify.annotations.NullMarked;
