/** Reports on the ledger for people and for other programs: statements, sheets, exports. */
@NullMarked
package io.daybook.reports;

import org.jspecify.annotations.NullMarked;
