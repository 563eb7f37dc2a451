@NullMarked
package io.daybook.journal.audit;

import org.jspecify.annotations.NullMarked;
