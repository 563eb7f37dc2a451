/** The contracts: what they are called with, what they say, and how they come onto a chain. */
@NullMarked
package io.daybook.chain.contract;

import org.jspecify.annotations.NullMarked;
