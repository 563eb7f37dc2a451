package io.daybook.api;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.book.AccountId;
import java.util.Map;

/**
 * Names one write of one caller, so that a repeated request has one effect.
 *
 * @param principal the caller's user id
 * @param route the request's method and path
 * @param key the {@code Idempotency-Key} header: 1 to 255 visible ASCII characters
 * @param isDryRun whether the write is only tried
 * @param expectedVersions how many entries must have moved an account of the main book before
 */
record WriteKey(
    String principal,
    String route,
    String key,
    boolean isDryRun,
    Map<AccountId, Long> expectedVersions) {
  /** Returns the id with {@code prefix} that this write determines. */
  String id(String prefix) {
    return DerivedId.of(prefix, principal, route, key);
  }

  /** Returns the id with {@code prefix} that this write and {@code content} determine. */
  String id(String prefix, String content) {
    return DerivedId.of(prefix, principal, route, key, content);
  }

  /** Returns the id with {@code prefix} that this write determines for its {@code line}-th part. */
  String id(String prefix, int line) {
    return id(prefix, Integer.toString(line));
  }
}
