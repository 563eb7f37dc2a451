/** KYB cases, their documents and their history. */
@NullMarked
package io.daybook.projections.cases;

import org.jspecify.annotations.NullMarked;
