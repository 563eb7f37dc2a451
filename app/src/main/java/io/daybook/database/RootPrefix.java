package io.daybook.database;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands before a PostgreSQL command line on this system.
 *
 * <p>{@code setsid} keeps a terminal's Ctrl-C from stopping the server before its clients.
 * PostgreSQL refuses to be root; in a user namespace of its own it is not, and still may use root's
 * files.
 */
final class RootPrefix {
  private RootPrefix() {}

  /**
   * Returns the first words of every PostgreSQL command line; empty if none are needed.
   *
   * @throws StartRefused if this process is root and may not make a user namespace
   */
  static List<String> find() {
    List<String> prefix = new ArrayList<>();
    if (works("setsid", "true")) {
      prefix.add("setsid");
    }
    if ("root".equals(System.getProperty("user.name"))) {
      if (!works("unshare", "-U", "true")) {
        throw new StartRefused(
            "PostgreSQL does not run as root and this system permits no user namespace:"
                + " start Daybook as an ordinary user.");
      }
      prefix.addAll(List.of("unshare", "-U"));
    }
    return List.copyOf(prefix);
  }

  private static boolean works(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
