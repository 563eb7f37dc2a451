/** Decision tables in DMN: read from files, versioned and hashed, the same answer every time. */
@NullMarked
package io.daybook.kyb.rules;

import org.jspecify.annotations.NullMarked;
