package io.daybook.chain;

import java.time.Duration;

/** What people are told of the chain. */
public enum SyncLabel {
  SYNCED("Synced"),
  BEHIND("%d s behind"),
  SYNCING("Syncing…"),
  DEGRADED("Degraded"),
  HALTED("Halted"),
  OFF("Off");

  /** A lag up to this is none, for people. */
  static final Duration SYNCED_UP_TO = Duration.ofSeconds(10);

  /** Above this people are told that blocks are missing; up to it, how many seconds. */
  static final Duration SYNCING_ABOVE = Duration.ofMinutes(1);

  private final String text;

  SyncLabel(String text) {
    this.text = text;
  }

  String text(long lagSeconds) {
    return text.formatted(lagSeconds);
  }
}
