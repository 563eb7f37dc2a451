/** Tokens of tickets on a chain: what was asked of it, and what it is seen to hold. */
@NullMarked
package io.daybook.ticketing.chain;

import org.jspecify.annotations.NullMarked;
