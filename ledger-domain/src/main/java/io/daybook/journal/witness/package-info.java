/** A witness: cosigns what continues what it cosigned before, and nothing else. */
@NullMarked
package io.daybook.journal.witness;

import org.jspecify.annotations.NullMarked;
