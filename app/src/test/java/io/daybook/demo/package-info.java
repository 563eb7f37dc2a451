/** The demo's story, told to the application under test. */
@NullMarked
package io.daybook.demo;

import org.jspecify.annotations.NullMarked;
