/** What happened, for other systems: the journal's business facts, without personal data. */
@NullMarked
package io.daybook.feed;

import org.jspecify.annotations.NullMarked;
