/** The journal's format: what is hashed, how it is encoded and where it lies, byte for byte. */
@NullMarked
package io.daybook.journal;

import org.jspecify.annotations.NullMarked;
