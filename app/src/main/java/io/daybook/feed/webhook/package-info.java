/** Business facts, sent to other systems as signed webhooks. */
@NullMarked
package io.daybook.feed.webhook;

import org.jspecify.annotations.NullMarked;
