/** REST v1: one controller and its records for each resource. */
@NullMarked
package io.daybook.api;

import org.jspecify.annotations.NullMarked;
