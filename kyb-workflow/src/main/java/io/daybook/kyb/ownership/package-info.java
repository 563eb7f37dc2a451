/** Who owns and controls a business in the end: shares through others, circles, control. */
@NullMarked
package io.daybook.kyb.ownership;

import org.jspecify.annotations.NullMarked;
