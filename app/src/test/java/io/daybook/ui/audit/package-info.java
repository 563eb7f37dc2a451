/** What the auditors' pages make of what they are given. */
@NullMarked
package io.daybook.ui.audit;

import org.jspecify.annotations.NullMarked;
