@NullMarked
package io.daybook.journal.checkpoint;

import org.jspecify.annotations.NullMarked;
