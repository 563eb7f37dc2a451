/** A chain as seen through one node: what it holds, and what can be sent to it. */
@NullMarked
package io.daybook.chain.rpc;

import org.jspecify.annotations.NullMarked;
