package io.daybook.provider;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the simulator treats a payment, chosen by the payment method.
 *
 * @param outcome what becomes of the payment
 * @param delay how long it takes, beside the usual latency
 * @param copies how often each webhook is sent
 * @param lostAttempts how many first attempts of each webhook get lost
 * @param reordered whether the capture is reported before the authorisation
 * @param dispute what the scheme takes back
 * @param disputedAfter how long after the capture it does, and as long after that returns it
 */
record Scenario(
    Outcome outcome,
    Duration delay,
    int copies,
    int lostAttempts,
    boolean reordered,
    Dispute dispute,
    Duration disputedAfter) {

  /** What becomes of a payment. */
  enum Outcome {
    CAPTURED,
    DECLINED,
    SILENT
  }

  /** What the scheme takes back for the buyer. */
  enum Dispute {
    NONE,
    WHOLE,
    /** Half of it. */
    PART,
    /** All of it, which it returns then. */
    WON
  }

  private static final Pattern LATE = Pattern.compile("sim_late_([0-9]{1,5})s");
  private static final Pattern CHARGEBACK =
      Pattern.compile("sim_chargeback_(?:(part|won)_)?([0-9]{1,5})s");

  /**
   * Returns the scenario of {@code method}: {@code sim_ok}, {@code sim_declined}, {@code
   * sim_duplicate}, {@code sim_lost}, {@code sim_reordered}, {@code sim_silent}, {@code
   * sim_late_<seconds>s} or {@code sim_chargeback_<seconds>s}, or so with {@code part_} or {@code
   * won_} before the number. Every other method is declined, as a provider does with a token that
   * it does not know.
   */
  static Scenario of(String method) {
    Matcher late = LATE.matcher(method);
    if (late.matches()) {
      return captured(Duration.ofSeconds(Long.parseLong(late.group(1))), 1, 0, false);
    }
    Matcher chargeback = CHARGEBACK.matcher(method);
    if (chargeback.matches()) {
      Duration after = Duration.ofSeconds(Long.parseLong(chargeback.group(2)));
      return new Scenario(
          Outcome.CAPTURED, Duration.ZERO, 1, 0, false, dispute(chargeback.group(1)), after);
    }
    return switch (method) {
      case "sim_ok" -> captured(Duration.ZERO, 1, 0, false);
      case "sim_duplicate" -> captured(Duration.ZERO, 3, 0, false);
      case "sim_lost" -> captured(Duration.ZERO, 1, 2, false);
      case "sim_reordered" -> captured(Duration.ZERO, 1, 0, true);
      case "sim_silent" -> undisputed(Outcome.SILENT, Duration.ZERO, 0, 0, false);
      default -> undisputed(Outcome.DECLINED, Duration.ZERO, 1, 0, false);
    };
  }

  private static Scenario captured(
      Duration delay, int copies, int lostAttempts, boolean reordered) {
    return undisputed(Outcome.CAPTURED, delay, copies, lostAttempts, reordered);
  }

  private static Scenario undisputed(
      Outcome outcome, Duration delay, int copies, int lostAttempts, boolean reordered) {
    return new Scenario(
        outcome, delay, copies, lostAttempts, reordered, Dispute.NONE, Duration.ZERO);
  }

  private static Dispute dispute(@Nullable String word) {
    return word == null ? Dispute.WHOLE : word.equals("part") ? Dispute.PART : Dispute.WON;
  }
}
