package io.daybook.audit;

import io.daybook.journal.audit.AggregateReplay.State;
import io.daybook.ledger.book.AccountKind;
import io.daybook.projections.audit.ActivityView;
import io.daybook.projections.balances.PostingView;
import java.math.BigInteger;
import java.util.List;

/** How something stood after a record, replayed from the journal. */
public sealed interface PastState {
  /**
   * Returns which rules the replayed records break, in words; none if none. What breaks them has no
   * effect on the state.
   */
  List<String> violations();

  /** Returns how many records were replayed. */
  int replayed();

  /**
   * An account of the main book.
   *
   * @param currency an ISO 4217 code
   * @param balance by the records, in minor units
   * @param shown the read model's balance after the same record
   * @param start the read model's balance that the replay started with; zero if it took all records
   * @param isWhole whether the replay took every record that ever touched the account
   * @param lines the latest postings up to there, the newest first
   */
  record Account(
      AccountKind kind,
      String currency,
      BigInteger balance,
      BigInteger shown,
      BigInteger start,
      boolean isWhole,
      int replayed,
      List<PostingView> lines,
      List<String> violations)
      implements PastState {}

  /** A ticket or a KYB case. */
  record Aggregate(State state, int replayed, List<ActivityView> history, List<String> violations)
      implements PastState {}

  /** Something else that has a history, whose state the verifier has no rules for. */
  record HistoryAlone(List<ActivityView> history) implements PastState {
    @Override
    public List<String> violations() {
      return List.of();
    }

    @Override
    public int replayed() {
      return 0;
    }
  }
}
