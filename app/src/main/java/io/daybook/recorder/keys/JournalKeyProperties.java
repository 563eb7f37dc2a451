package io.daybook.recorder.keys;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who speaks for the log besides the keys that it begins with.
 *
 * @param rootStatement a file with the introduction of the root key, signed by it; read at the
 *     start, and of no effect once the log has a root
 */
@ConfigurationProperties("daybook.journal.keys")
record JournalKeyProperties(@Nullable Path rootStatement) {}
