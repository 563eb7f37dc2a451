/** Tests of the recorder within the whole application. */
@NullMarked
package io.daybook.recorder;

import org.jspecify.annotations.NullMarked;
