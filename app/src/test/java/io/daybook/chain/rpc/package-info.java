/** A real node for tests, and tests of talking to it. */
@NullMarked
package io.daybook.chain.rpc;

import org.jspecify.annotations.NullMarked;
