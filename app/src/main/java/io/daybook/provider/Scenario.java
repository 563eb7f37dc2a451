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
 * @param chargedBackAfter how long after the capture the scheme takes the money back; absent if it
 *     does not
 */
record Scenario(
    Outcome outcome,
    Duration delay,
    int copies,
    int lostAttempts,
    boolean reordered,
    @Nullable Duration chargedBackAfter) {

  /** What becomes of a payment. */
  enum Outcome {
    CAPTURED,
    DECLINED,
    SILENT
  }

  private static final Pattern LATE = Pattern.compile("sim_late_([0-9]{1,5})s");
  private static final Pattern CHARGEBACK = Pattern.compile("sim_chargeback_([0-9]{1,5})s");

  /**
   * Returns the scenario of {@code method}: {@code sim_ok}, {@code sim_declined}, {@code
   * sim_duplicate}, {@code sim_lost}, {@code sim_reordered}, {@code sim_silent}, {@code
   * sim_late_<seconds>s} or {@code sim_chargeback_<seconds>s}. Every other method is declined, as a
   * provider does with a token that it does not know.
   */
  static Scenario of(String method) {
    Matcher late = LATE.matcher(method);
    if (late.matches()) {
      return captured(Duration.ofSeconds(Long.parseLong(late.group(1))), 1, 0, false);
    }
    Matcher chargeback = CHARGEBACK.matcher(method);
    if (chargeback.matches()) {
      Duration after = Duration.ofSeconds(Long.parseLong(chargeback.group(1)));
      return new Scenario(Outcome.CAPTURED, Duration.ZERO, 1, 0, false, after);
    }
    return switch (method) {
      case "sim_ok" -> captured(Duration.ZERO, 1, 0, false);
      case "sim_duplicate" -> captured(Duration.ZERO, 3, 0, false);
      case "sim_lost" -> captured(Duration.ZERO, 1, 2, false);
      case "sim_reordered" -> captured(Duration.ZERO, 1, 0, true);
      case "sim_silent" -> new Scenario(Outcome.SILENT, Duration.ZERO, 0, 0, false, null);
      default -> new Scenario(Outcome.DECLINED, Duration.ZERO, 1, 0, false, null);
    };
  }

  private static Scenario captured(
      Duration delay, int copies, int lostAttempts, boolean reordered) {
    return new Scenario(Outcome.CAPTURED, delay, copies, lostAttempts, reordered, null);
  }
}
