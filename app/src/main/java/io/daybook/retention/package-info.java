/** How long what is known about people is kept, what stops its end, and how it is forgotten. */
@NullMarked
package io.daybook.retention;

import org.jspecify.annotations.NullMarked;
