/** What Daybook survives: each test runs the whole application as a process of its own. */
@NullMarked
package io.daybook.faults;

import org.jspecify.annotations.NullMarked;
