/** Names in any script: how they are read, compared and explained. */
@NullMarked
package io.daybook.kyb.screening.name;

import org.jspecify.annotations.NullMarked;
