/** The keys that speak for the journal: which there are, how they change, and who wants it. */
@NullMarked
package io.daybook.recorder.keys;

import org.jspecify.annotations.NullMarked;
