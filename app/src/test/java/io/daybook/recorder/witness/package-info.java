@NullMarked
package io.daybook.recorder.witness;

import org.jspecify.annotations.NullMarked;
