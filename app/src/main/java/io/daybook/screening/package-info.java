/** The lists' files, their search, and who is looked for again when a list or a party changes. */
@NullMarked
package io.daybook.screening;

import org.jspecify.annotations.NullMarked;
