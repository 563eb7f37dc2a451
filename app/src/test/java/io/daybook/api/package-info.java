/** Tests of the REST API through its real port. */
@NullMarked
package io.daybook.api;

import org.jspecify.annotations.NullMarked;
