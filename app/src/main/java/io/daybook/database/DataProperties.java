package io.daybook.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Daybook keeps what must survive a restart.
 *
 * @param data the data folder; a relative path starts at the working directory
 */
@ConfigurationProperties("daybook")
record DataProperties(@DefaultValue("data") Path data) {}
