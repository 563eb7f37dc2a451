/** The journal's recorder: how commands reach aggregates and their events the verifiable log. */
@NullMarked
package io.daybook.recorder;

import org.jspecify.annotations.NullMarked;
