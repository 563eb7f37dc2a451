package io.daybook;

import io.daybook.database.StartRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Prints one line, without a stack trace, for what an operator can put right. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailureReporter implements SpringBootExceptionReporter {
  @Override
  public boolean reportException(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      @Nullable String reason = reason(cause);
      if (reason != null) {
        return print(reason);
      }
    }
    return false;
  }

  private static @Nullable String reason(Throwable cause) {
    return switch (cause) {
      case StartRefused refused -> refused.getMessage();
      case PortInUseException taken ->
          "Port " + taken.getPort() + " (server.port) is already in use on this machine.";
      case java.net.BindException address ->
          "Nothing can listen on server.address and server.port: " + address.getMessage() + ".";
      case InvalidConfigurationPropertyValueException property ->
          property.getName() + ": " + property.getReason();
      case BindException property -> wrongProperty(property);
      default -> null;
    };
  }

  /** Names the property, not its value, which may be a secret. */
  private static String wrongProperty(BindException failure) {
    String reason = String.valueOf(NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
    String name = failure.getName().toString();
    return reason.startsWith(name) ? reason : name + ": " + reason;
  }

  private static boolean print(@Nullable String message) {
    System.err.println("daybook: " + String.valueOf(message).replaceAll("\\s+", " "));
    return true;
  }
}
