/** What takes an auditor more than looking: past states, and the verifier in the background. */
@NullMarked
package io.daybook.audit;

import org.jspecify.annotations.NullMarked;
