package io.daybook.recorder;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the journal is called.
 *
 * @param origin the log's name, fixed by its first record; without scheme, spaces and plus signs
 */
@ConfigurationProperties("daybook.journal")
record JournalProperties(@DefaultValue("daybook.example/ledger") String origin) {}
