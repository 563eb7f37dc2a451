/** The journal's writer and reader: Axon's event store on PostgreSQL, one gapless hashed log. */
@NullMarked
package io.daybook.recorder.store;

import org.jspecify.annotations.NullMarked;
