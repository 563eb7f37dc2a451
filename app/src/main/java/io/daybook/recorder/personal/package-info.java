/** What is personal in the journal's events, and how it is sealed there. */
@NullMarked
package io.daybook.recorder.personal;

import org.jspecify.annotations.NullMarked;
