package io.daybook.api;

import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shared.ProjectionPositions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
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

  private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final ProjectionPositions positions;
  private final DryRuns dryRuns;

  JournalPositions(ProjectionPositions positions, DryRuns dryRuns) {
    this.positions = positions;
    this.dryRuns = dryRuns;
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
    if (dryRuns.isRunning()) {
      dryRuns.show();
    }
  }

  /** As {@link #await(long, Collection)}, for one projection. */
  void await(long position, String projection) {
    await(position, List.of(projection));
  }

  /** Says that what was not found may be there, in a while. */
  static ApiProblem incomplete() {
    return ApiProblem.retryable(
        HttpStatus.SERVICE_UNAVAILABLE,
        "projection_behind",
        "Not found, but the read models are not complete just now; repeat the request.",
        Duration.ofSeconds(1));
  }

  /** Whether what is not found may be there: a read model is being built again, or stands still. */
  boolean areIncomplete() {
    return positions.areIncomplete();
  }

  private static long parse(String position) {
    if (POSITION.matcher(position).matches()) {
      return Long.parseLong(position);
    }
    throw ApiProblem.of(
        HttpStatus.BAD_REQUEST, "invalid_parameter", MINIMUM + " is a whole number from 0.");
  }
}
