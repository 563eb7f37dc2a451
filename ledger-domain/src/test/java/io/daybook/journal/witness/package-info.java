@NullMarked
package io.daybook.journal.witness;

import org.jspecify.annotations.NullMarked;
