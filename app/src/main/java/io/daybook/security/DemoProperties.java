package io.daybook.security;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether Daybook starts with users to try it.
 *
 * @param demoData whether the first start adds the demo users
 * @param demoPassword the password of all demo users; absent: a random one each
 */
@ConfigurationProperties("daybook")
record DemoProperties(@DefaultValue("true") boolean demoData, @Nullable String demoPassword) {}
