package io.daybook.recorder;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf, through what and why commands are sent: what the journal records beside each
 * event. It is bound for the length of a request, on the request's own thread.
 *
 * @param actor the user's pseudonymous id, or the name of a process; never a person's name
 * @param channel what the command came through, such as {@code rest} or {@code ui}
 * @param correlation groups what belongs together, such as a trace id
 * @param reason why, if the actor had to say so
 */
public record CommandContext(
    String actor, String channel, @Nullable String correlation, @Nullable String reason) {
  private static final ScopedValue<CommandContext> CURRENT = ScopedValue.newInstance();

  /** Returns a context that says who and through what. */
  public static CommandContext of(String actor, String channel) {
    return new CommandContext(actor, channel, null, null);
  }

  /** Returns this context with a correlation. */
  public CommandContext correlatedBy(String newCorrelation) {
    return new CommandContext(actor, channel, newCorrelation, reason);
  }

  /** Returns this context with a reason. */
  public CommandContext because(String newReason) {
    return new CommandContext(actor, channel, correlation, newReason);
  }

  /** Runs {@code work} with this context bound; the binding ends when {@code work} does. */
  public <R extends @Nullable Object, X extends Throwable> R call(ScopedValue.CallableOp<R, X> work)
      throws X {
    return ScopedValue.where(CURRENT, this).call(work);
  }

  /** Returns the context that is bound on this thread. */
  public static Optional<CommandContext> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /** Returns this as metadata with the journal's keys. */
  Map<String, String> metadata() {
    var metadata = new HashMap<String, String>();
    metadata.put("actor", actor);
    metadata.put("channel", channel);
    if (correlation != null) {
      metadata.put("correlation", correlation);
    }
    if (reason != null) {
      metadata.put("reason", reason);
    }
    return metadata;
  }
}
