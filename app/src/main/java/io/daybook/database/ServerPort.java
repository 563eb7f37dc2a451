package io.daybook.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;

/** Decides the embedded server's port and keeps a chosen one in the data folder. */
final class ServerPort {
  private static final String FILE = "database.port";

  private ServerPort() {}

  /**
   * Returns the configured port, or the one chosen at the first start.
   *
   * @throws StartRefused if the port is configured and taken
   */
  static int choose(DataFolder folder, @Nullable Integer configured) {
    if (configured != null && configured != 0) {
      if (!isFree(configured)) {
        throw new StartRefused(
            "Port " + configured + " (daybook.database.port) is already in use on 127.0.0.1.");
      }
      return configured;
    }
    int preferred = preferred(folder, configured == null ? DatabaseProperties.DEFAULT_PORT : 0);
    int port = isFree(preferred) ? preferred : anyFree();
    folder.writePrivate(FILE, Integer.toString(port));
    return port;
  }

  private static int preferred(DataFolder folder, int otherwise) {
    @Nullable String kept = folder.read(FILE);
    try {
      return kept == null ? otherwise : Integer.parseInt(kept.strip());
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  private static boolean isFree(int port) {
    if (port == 0) {
      return false;
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int anyFree() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new StartRefused("No TCP port is free on 127.0.0.1: " + e.getMessage() + ".", e);
    }
  }
}
