package io.daybook.security;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the key store is opened.
 *
 * @param password the password of {@code keys.p12}; absent: the one in {@code keys.pass}
 * @param authorPassword the password of {@code author.p12}; absent: the one in {@code author.pass}
 */
@ConfigurationProperties("daybook.keys")
record KeyProperties(@Nullable String password, @Nullable String authorPassword) {}
