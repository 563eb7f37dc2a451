/** The data folder, the embedded or external PostgreSQL, its roles, and how a start is refused. */
@NullMarked
package io.daybook.database;

import org.jspecify.annotations.NullMarked;
