package io.daybook.chain;

import java.time.Duration;

/** What people are told of the chain. */
enum SyncLabel {
  SYNCED("Synced"),
  SYNCING("Syncing…"),
  DEGRADED("Degraded"),
  HALTED("Halted"),
  OFF("Off");

  /** A lag up to this is none, for people. */
  static final Duration SYNCED_UP_TO = Duration.ofSeconds(10);

  private final String text;

  SyncLabel(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
