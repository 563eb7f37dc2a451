/** Tests of what the journal's events look like. */
@NullMarked
package io.daybook.recorder.format;

import org.jspecify.annotations.NullMarked;
