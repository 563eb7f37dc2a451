/** Private keys in PKCS#12 files, for commands that have nothing but the JDK. */
@NullMarked
package io.daybook.journal.keyfile;

import org.jspecify.annotations.NullMarked;
