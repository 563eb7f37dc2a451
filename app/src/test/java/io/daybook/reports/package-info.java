/** Tests of reports. */
@NullMarked
package io.daybook.reports;

import org.jspecify.annotations.NullMarked;
