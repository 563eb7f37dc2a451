/** Documents of KYB cases, encrypted at rest. */
@NullMarked
package io.daybook.documents;

import org.jspecify.annotations.NullMarked;
