/** The command that screens files against lists, without server or database. */
@NullMarked
package io.daybook.kyb.screening.command;

import org.jspecify.annotations.NullMarked;
