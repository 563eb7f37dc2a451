/** What happens because time passes. */
@NullMarked
package io.daybook.schedule;

import org.jspecify.annotations.NullMarked;
