/** Signed checkpoints: notes, signatures and verifier keys in the formats of c2sp.org. */
@NullMarked
package io.daybook.journal.checkpoint;

import org.jspecify.annotations.NullMarked;
