/** What the read models hold at one moment, for auditors to compare with the journal. */
@NullMarked
package io.daybook.projections.dump;

import org.jspecify.annotations.NullMarked;
