/** Tests of the contracts on a real node. */
@NullMarked
package io.daybook.chain.contract;

import org.jspecify.annotations.NullMarked;
