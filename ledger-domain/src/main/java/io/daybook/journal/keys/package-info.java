/** The keys that speak for a log: who may sign what, since when and until when. */
@NullMarked
package io.daybook.journal.keys;

import org.jspecify.annotations.NullMarked;
