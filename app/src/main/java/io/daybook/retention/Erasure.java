package io.daybook.retention;

import io.daybook.ledger.UserId;
import io.daybook.retention.RetentionEvent.ErasureProposed;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far one erasure has come.
 *
 * @param approver who approved it; null before
 * @param keys the data keys that were recorded
 * @param records the indexes of the journal records that were recorded
 */
record Erasure(
    ErasureProposed proposal,
    State state,
    @Nullable UserId approver,
    Set<String> keys,
    Set<Long> records) {

  enum State {
    PROPOSED,
    WITHDRAWN,
    APPROVED,
    RECORDED,
    COMPLETED;

    boolean isOpen() {
      return this == PROPOSED || isUnderWay();
    }

    boolean isUnderWay() {
      return this == APPROVED || this == RECORDED;
    }
  }

  static Erasure of(ErasureProposed proposal) {
    return new Erasure(proposal, State.PROPOSED, null, Set.of(), Set.of());
  }

  Optional<UserId> approvedBy() {
    return Optional.ofNullable(approver);
  }

  boolean hasRecorded(RetentionCommand.RecordErasure command) {
    return (state == State.RECORDED || state == State.COMPLETED)
        && keys.containsAll(command.keys())
        && command.records().stream().allMatch(row -> records.contains(row.index()));
  }

  Erasure approved(UserId officer) {
    return new Erasure(proposal, State.APPROVED, officer, keys, records);
  }

  Erasure recorded(RetentionEvent.ErasureRecorded event) {
    var allKeys = new HashSet<>(keys);
    allKeys.addAll(event.keys());
    var allRecords = new HashSet<>(records);
    event.records().forEach(row -> allRecords.add(row.index()));
    return new Erasure(proposal, State.RECORDED, approver, allKeys, allRecords);
  }

  Erasure in(State next) {
    return new Erasure(proposal, next, approver, keys, records);
  }
}
