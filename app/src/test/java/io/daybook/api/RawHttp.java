package io.daybook.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends bytes that no honest HTTP client would, and reads what comes back. */
final class RawHttp {
  private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(15).toMillis();

  private RawHttp() {}

  /** An answer: its status line, headers and body as they came. */
  record Answer(String text) {
    int status() {
      return text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0;
    }

    boolean isProblem() {
      return text.contains("Content-Type: application/problem+json")
          && text.contains("\"code\":\"");
    }
  }

  /** Sends {@code head}, whose lines end with LF here and with CRLF on the wire, and a body. */
  static Answer send(int port, String head, byte[] body) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      String lines = head.strip() + "\nHost: localhost\nConnection: close\n\n";
      var request = new ByteArrayOutputStream();
      request.writeBytes(lines.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      request.writeBytes(body);
      socket.getOutputStream().write(request.toByteArray());
      socket.getOutputStream().flush();
      return new Answer(read(socket));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Answer send(int port, String head) {
    return send(port, head, new byte[0]);
  }

  private static String read(Socket socket) throws IOException {
    var answer = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    try {
      int read = socket.getInputStream().read(buffer);
      while (read >= 0) {
        answer.write(buffer, 0, read);
        read = socket.getInputStream().read(buffer);
      }
    } catch (SocketTimeoutException e) {
      // What came until now is the answer.
    } catch (IOException e) {
      if (answer.size() == 0) {
        throw e;
      }
    }
    return answer.toString(StandardCharsets.UTF_8);
  }
}
