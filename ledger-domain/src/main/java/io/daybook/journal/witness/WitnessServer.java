package io.daybook.journal.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.daybook.journal.RecordHash;
import io.daybook.journal.proof.AddCheckpoint;
import io.daybook.journal.witness.Witness.Answer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

/** The witness over HTTP: add-checkpoint, and the newest checkpoint of each log. */
final class WitnessServer implements AutoCloseable {
  private final HttpServer server;
  private final Witness witness;
  private final Map<String, String> originByPath = new HashMap<>();

  /** Listens at once. */
  WitnessServer(Witness witness, InetSocketAddress address) throws IOException {
    this.witness = witness;
    for (String origin : witness.origins()) {
      String hash = RecordHash.sha256(origin.getBytes(UTF_8)).toHex();
      originByPath.put("/" + hash + "/checkpoint", origin);
    }
    // Whoever sends or reads slowly must not hold a thread for ever.
    System.setProperty("sun.net.httpserver.maxReqTime", "30");
    System.setProperty("sun.net.httpserver.maxRspTime", "30");
    server = HttpServer.create(address, 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, answer(exchange));
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    String method = exchange.getRequestMethod();
    if (path.equals("/add-checkpoint")) {
      if (!method.equals("POST")) {
        return Answer.of(405, "POST only");
      }
      byte[] body = exchange.getRequestBody().readNBytes(AddCheckpoint.MAX_BYTES + 1);
      return witness.add(body);
    }
    String origin = originByPath.get(path);
    if (origin == null || !method.equals("GET")) {
      return Answer.of(404, "not found");
    }
    Optional<String> newest = witness.newest(origin);
    return newest
        .map(note -> new Answer(200, "text/plain; charset=utf-8", note))
        .orElseGet(() -> Answer.of(404, "nothing cosigned yet"));
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    byte[] body = answer.body().getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(1);
  }
}
