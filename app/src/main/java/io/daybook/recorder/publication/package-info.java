/** What everybody may check: signed checkpoints, tiles, proofs and exports of the journal. */
@NullMarked
package io.daybook.recorder.publication;

import org.jspecify.annotations.NullMarked;
