@NullMarked
package io.daybook.retention;

import org.jspecify.annotations.NullMarked;
