package io.daybook.recorder;

import io.daybook.FreshDataFolder;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** Runs a test against the recorder with the ledger's book on it, and nothing else. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = RecorderWiringIT.RecorderApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "daybook.journal.checkpoint.interval=100ms")
@ContextConfiguration(initializers = FreshDataFolder.class)
@interface RecorderTest {}
