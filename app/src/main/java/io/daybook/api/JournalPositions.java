package io.daybook.api;

import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shared.ProjectionPositions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a client read its own writes: a write answers its journal position, a read may ask for at
 * least that position and waits for it.
 */
@Component
class JournalPositions implements HandlerInterceptor {
  /** The answer's header: the position from which on the write can be read. */
  static final String WRITTEN = "X-Journal-Position";

  /** The request's header: the position that the answer must at least show. */
  static final String MINIMUM = "X-Min-Position";

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final ProjectionPositions positions;

  JournalPositions(ProjectionPositions positions) {
    this.positions = positions;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String minimum = request.getHeader(MINIMUM);
    if (minimum != null) {
      await(parse(minimum), ProjectionNames.ALL);
    }
    return true;
  }

  /**
   * Waits until {@code projections} show the event at {@code position}.
   *
   * @throws ApiProblem if they do not within two seconds
   */
  void await(long position, Collection<String> projections) {
    if (!positions.awaitPosition(projections, position, PATIENCE)) {
      throw ApiProblem.retryable(
          HttpStatus.SERVICE_UNAVAILABLE,
          "projection_behind",
          "The read models have not reached position " + position + " yet.",
          Duration.ofSeconds(1));
    }
  }

  /** As {@link #await(long, Collection)}, for one projection. */
  void await(long position, String projection) {
    await(position, List.of(projection));
  }

  private static long parse(String position) {
    try {
      long value = Long.parseLong(position);
      if (value >= 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw ApiProblem.of(
        HttpStatus.BAD_REQUEST, "invalid_parameter", MINIMUM + " is a whole number from 0.");
  }
}
