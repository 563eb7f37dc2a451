package io.daybook.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who erases on an external database server.
 *
 * @param username a member of {@code daybook_erasure}; absent: the data source's user
 * @param password its password
 */
@ConfigurationProperties("daybook.erasure")
record ErasureProperties(@Nullable String username, @Nullable String password) {}
