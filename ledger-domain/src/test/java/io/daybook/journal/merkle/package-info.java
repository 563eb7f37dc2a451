@NullMarked
package io.daybook.journal.merkle;

import org.jspecify.annotations.NullMarked;
