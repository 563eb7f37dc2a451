/** KYB cases, their documents, parties, hits and history; and the lists that are searched. */
@NullMarked
package io.daybook.projections.cases;

import org.jspecify.annotations.NullMarked;
