/** The demo: a whole story over the REST API, from an application to a verified journal. */
@NullMarked
package io.daybook.demo;

import org.jspecify.annotations.NullMarked;
