/** Keys of personal data: one for each person and purpose, so that each can be forgotten alone. */
@NullMarked
package io.daybook.security.personal;

import org.jspecify.annotations.NullMarked;
