package io.daybook;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs a test against the whole application on a real PostgreSQL and a real port.
 *
 * <p>All tests with this annotation and nothing else that configures a context share one
 * application, so they must not rely on an empty journal. {@link Http} calls it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = Application.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      // FreshDataFolder closes the application, so that it can delete the folder after that.
      "spring.main.register-shutdown-hook=false",
      "daybook.demo-sale=false",
      // Long enough to be seen, short enough to wait for
      "daybook.payouts.cooling-off=2s",
      "daybook.payouts.approval-above=5000"
    })
@ContextConfiguration(initializers = FreshDataFolder.class)
public @interface IntegrationTest {
  /** The password of every demo user. */
  String DEMO_PASSWORD = "open sesame 42";
}
