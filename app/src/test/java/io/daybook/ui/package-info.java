/** The officers' pages in a real browser. */
@NullMarked
package io.daybook.ui;

import org.jspecify.annotations.NullMarked;
