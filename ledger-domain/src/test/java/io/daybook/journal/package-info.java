@NullMarked
package io.daybook.journal;

import org.jspecify.annotations.NullMarked;
