/** The command for keys that lie offline: makes them, and signs statements with them. */
@NullMarked
package io.daybook.journal.operator;

import org.jspecify.annotations.NullMarked;
