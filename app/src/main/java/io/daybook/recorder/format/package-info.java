/** How messages become stored bytes: stable event names and strict JSON. */
@NullMarked
package io.daybook.recorder.format;

import org.jspecify.annotations.NullMarked;
