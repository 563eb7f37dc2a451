package io.daybook;

import io.daybook.database.StartRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Prints one line, without a stack trace, for what an operator can put right. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailureReporter implements SpringBootExceptionReporter {
  @Override
  public boolean reportException(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StartRefused refused) {
        return print(refused.getMessage());
      }
      if (cause instanceof PortInUseException taken) {
        return print(
            "Port " + taken.getPort() + " (server.port) is already in use on this machine.");
      }
    }
    return false;
  }

  private static boolean print(@Nullable String message) {
    System.err.println("daybook: " + String.valueOf(message).replaceAll("\\s+", " "));
    return true;
  }
}
