@NullMarked
package io.daybook.journal.keys;

import org.jspecify.annotations.NullMarked;
