@NullMarked
package io.daybook.journal.operator;

import org.jspecify.annotations.NullMarked;
