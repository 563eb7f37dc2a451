@NullMarked
package io.daybook.security.personal;

import org.jspecify.annotations.NullMarked;
