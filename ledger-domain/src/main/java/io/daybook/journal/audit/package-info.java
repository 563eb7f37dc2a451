/** The offline verifier of a journal's export and the auditor's command line. */
@NullMarked
package io.daybook.journal.audit;

import org.jspecify.annotations.NullMarked;
