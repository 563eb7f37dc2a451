package io.daybook.projections.shared;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.unitofwork.ExecutionResult;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Why projections stopped, until they get on.
 *
 * <p>Axon forgets an error as soon as it has given the segment back, long before it tries again.
 */
final class ProjectionFailures {
  private final Map<String, String> failuresByProjection = new ConcurrentHashMap<>();

  /** Notes how the batch of {@code projection} ends. */
  void watch(String projection, UnitOfWork<?> batch) {
    batch.onRollback(ended -> failuresByProjection.put(projection, failure(ended)));
    batch.afterCommit(ended -> failuresByProjection.remove(projection));
  }

  /** Returns the name of the error that stopped {@code projection}; nothing of its message. */
  Optional<String> find(String projection) {
    return Optional.ofNullable(failuresByProjection.get(projection));
  }

  private static String failure(UnitOfWork<?> batch) {
    @Nullable ExecutionResult result = batch.getExecutionResult();
    return result == null || !result.isExceptionResult()
        ? "unknown"
        : result.getExceptionResult().getClass().getName();
  }
}
