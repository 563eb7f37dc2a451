/** The payment provider: its simulator, its signed webhooks and what becomes of them. */
@NullMarked
package io.daybook.provider;

import org.jspecify.annotations.NullMarked;
