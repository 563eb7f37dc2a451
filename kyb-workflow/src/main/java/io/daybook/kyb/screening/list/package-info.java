/** Sanctions and other lists: what stands on them, and the formats they are published in. */
@NullMarked
package io.daybook.kyb.screening.list;

import org.jspecify.annotations.NullMarked;
