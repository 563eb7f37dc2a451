/** Tests of the journal's writer against a real PostgreSQL. */
@NullMarked
package io.daybook.recorder.store;

import org.jspecify.annotations.NullMarked;
