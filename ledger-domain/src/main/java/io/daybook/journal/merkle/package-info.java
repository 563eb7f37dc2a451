/** The journal's RFC 6962 tree: frontier, tiles, inclusion and consistency proofs. */
@NullMarked
package io.daybook.journal.merkle;

import org.jspecify.annotations.NullMarked;
