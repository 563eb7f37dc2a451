/** The web pages of auditors: the journal's records, proofs, checkpoints, past states, exports. */
@NullMarked
package io.daybook.ui.audit;

import org.jspecify.annotations.NullMarked;
