package io.daybook.api;

import io.daybook.security.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies above 64 KiB, of the ledger above 1 MiB, and those of the API that are not JSON in
 * UTF-8, before they are read; uploads of documents and lists have their own limit.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyFilter extends OncePerRequestFilter {
  static final long LIMIT_BYTES = 64 * 1024;

  /** An entry may have a thousand lines. */
  static final long LEDGER_LIMIT_BYTES = 1024 * 1024;

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    if (request.getRequestURI().equals(ImportsController.PATH)) {
      return true; // Read line by line, however many there are.
    }
    String type = request.getContentType();
    return type != null
        && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length())
        && takesFiles(request.getRequestURI());
  }

  private static boolean takesFiles(String path) {
    return path.endsWith("/documents")
        || path.endsWith("/watchlists")
        || path.equals(ReconciliationsController.PATH);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long limit = limit(request);
    if (request.getContentLengthLong() > limit) {
      Problems.write(
          response,
          HttpStatus.CONTENT_TOO_LARGE,
          "body_too_large",
          "The body may have at most " + limit + " bytes.");
      return;
    }
    if (!isReadable(request)) {
      Problems.write(
          response,
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "unsupported_media_type",
          "Bodies are application/json in UTF-8.");
      return;
    }
    chain.doFilter(new LimitedRequest(request, limit), response);
  }

  private static long limit(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/v1/ledger/") ? LEDGER_LIMIT_BYTES : LIMIT_BYTES;
  }

  private static boolean isReadable(HttpServletRequest request) {
    String contentType = request.getContentType();
    boolean empty =
        request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null;
    if (empty || contentType == null || !request.getRequestURI().startsWith("/api/")) {
      return true;
    }
    try {
      MediaType type = MediaType.parseMediaType(contentType);
      return type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON) && isUtf8(type);
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static boolean isUtf8(MediaType type) {
    return type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8);
  }

  /** Counts what is read, because a chunked body does not say its length. */
  private static final class LimitedRequest extends HttpServletRequestWrapper {
    private final long limit;

    LimitedRequest(HttpServletRequest request, long limit) {
      super(request);
      this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new LimitedStream(super.getInputStream(), limit);
    }
  }

  private static final class LimitedStream extends ServletInputStream {
    private final ServletInputStream source;
    private final long limit;
    private long count;

    LimitedStream(ServletInputStream source, long limit) {
      this.source = source;
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int value = source.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = source.read(buffer, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) throws IOException {
      count += read;
      if (count > limit) {
        throw new BodyTooLargeException(limit);
      }
    }

    @Override
    public boolean isFinished() {
      return source.isFinished();
    }

    @Override
    public boolean isReady() {
      return source.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      source.setReadListener(listener);
    }
  }
}
