/** The KYB process on Flowable, a projection of the cases' events. */
@NullMarked
package io.daybook.kyb.workflow;

import org.jspecify.annotations.NullMarked;
