/** Tests of the payment provider's simulator and webhooks. */
@NullMarked
package io.daybook.provider;

import org.jspecify.annotations.NullMarked;
