/** Checks who may see whom. */
@NullMarked
package io.daybook.architecture;

import org.jspecify.annotations.NullMarked;
