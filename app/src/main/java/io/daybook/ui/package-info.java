/** The web pages of compliance officers. */
@NullMarked
package io.daybook.ui;

import org.jspecify.annotations.NullMarked;
