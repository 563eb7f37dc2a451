/** Who is calling and what they may do: keys, users, sign-in, access tokens, permissions. */
@NullMarked
package io.daybook.security;

import org.jspecify.annotations.NullMarked;
