/** Joins the journal to a chain: sends what was decided, and notes what is seen. */
@NullMarked
package io.daybook.chain;

import org.jspecify.annotations.NullMarked;
