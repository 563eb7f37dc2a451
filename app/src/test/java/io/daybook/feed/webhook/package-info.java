/** Tests of webhooks. */
@NullMarked
package io.daybook.feed.webhook;

import org.jspecify.annotations.NullMarked;
