/** Proofs that stand alone: what somebody keeps to show later that an event is in the log. */
@NullMarked
package io.daybook.journal.proof;

import org.jspecify.annotations.NullMarked;
