package io.daybook.feed.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another company's server, which verifies as Standard Webhooks says. */
final class Receiver implements AutoCloseable {
  private final HttpServer server;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Map<String, Queue<Integer>> answersByPath = new ConcurrentHashMap<>();

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  /** A message as it came. */
  record Received(String path, String id, String timestamp, String signatures, String body) {
    JsonNode json() {
      return JsonMapper.shared().readTree(body);
    }

    String type() {
      return json().path("type").asString("");
    }

    /** Returns which of the signatures {@code secret} has made, from 0; -1 if none. */
    int signatureOf(String secret) {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String content = id + "." + timestamp + "." + body;
        byte[] expected = mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
        return List.of(signatures.split(" ", -1))
            .indexOf("v1," + Base64.getEncoder().encodeToString(expected));
      } catch (GeneralSecurityException e) {
        throw new AssertionError(e);
      }
    }
  }

  String url(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  /** Answers the next messages to a path like this, and those after them with the last. */
  void answer(String path, Integer... statuses) {
    answersByPath.put(path, new ConcurrentLinkedQueue<>(List.of(statuses)));
  }

  private int answer(String path) {
    Queue<Integer> answers = answersByPath.getOrDefault(path, new ConcurrentLinkedQueue<>());
    Integer next = answers.size() > 1 ? answers.poll() : answers.peek();
    return next == null ? 204 : next;
  }

  List<Received> received(String path) {
    return received.stream().filter(message -> message.path().equals(path)).toList();
  }

  Stream<Received> received(String path, String type) {
    return received(path).stream().filter(message -> message.type().equals(type));
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var headers = exchange.getRequestHeaders();
    received.add(
        new Received(
            exchange.getRequestURI().getPath(),
            headers.getFirst("webhook-id"),
            headers.getFirst("webhook-timestamp"),
            headers.getFirst("webhook-signature"),
            body));
    exchange.getResponseHeaders().add("Location", url("/elsewhere"));
    exchange.sendResponseHeaders(answer(exchange.getRequestURI().getPath()), -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
