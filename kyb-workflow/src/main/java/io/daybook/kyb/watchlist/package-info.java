/** The lists that parties are looked for in, as facts: who loaded which, and who activated it. */
@NullMarked
package io.daybook.kyb.watchlist;

import org.jspecify.annotations.NullMarked;
