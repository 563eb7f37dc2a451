/** KYB cases: the check of a business before it may sell or be paid. */
@NullMarked
package io.daybook.kyb.casefile;

import org.jspecify.annotations.NullMarked;
