package io.daybook.api;

import io.daybook.Http.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;

/**
 * A statement on its way to be compared, in the way of an HTML form (RFC 7578).
 *
 * @param type of the file
 */
public record StatementUpload(
    String account, Instant from, Instant until, String type, String file) {
  private static final String BOUNDARY = "boundary-of-a-test";

  /** Sends it. */
  public Answer send(Player who, String key) {
    String body =
        part("account", account)
            + part("from", from.toString())
            + part("until", until.toString())
            + """
            --%s\r
            Content-Disposition: form-data; name="file"; filename="statement"\r
            Content-Type: %s\r
            \r
            %s\r
            --%s--\r
            """
                .formatted(BOUNDARY, type, file, BOUNDARY);
    return who.http()
        .send(
            who.http()
                .request("/api/v1/reconciliations")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
  }

  private static String part(String name, String value) {
    return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(BOUNDARY, name, value);
  }
}
