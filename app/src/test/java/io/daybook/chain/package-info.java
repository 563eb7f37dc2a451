/** Tests of the chain, all on a real node. */
@NullMarked
package io.daybook.chain;

import org.jspecify.annotations.NullMarked;
