package io.daybook.feed.webhook;

/** Why an endpoint gets no messages any more. */
public enum DisableCause {
  /** An administrator wants it. */
  ADMINISTRATOR,
  /** The endpoint answered 410. */
  GONE,
  /** A message was tried for days. */
  UNREACHABLE
}
