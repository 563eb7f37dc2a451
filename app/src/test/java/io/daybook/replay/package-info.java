/** Rebuilding read models from a long journal, beside following it. */
@NullMarked
package io.daybook.replay;

import org.jspecify.annotations.NullMarked;
