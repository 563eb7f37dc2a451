/** The witnesses that the log asks to cosign its checkpoints, and the alarm when they do not. */
@NullMarked
package io.daybook.recorder.witness;

import org.jspecify.annotations.NullMarked;
