package io.daybook.projections.balances;

import io.daybook.ledger.UserId;
import io.daybook.ledger.book.AccountStatus;
import io.daybook.ledger.book.BookEvent;
import io.daybook.ledger.book.BookEvent.AccountClosed;
import io.daybook.ledger.book.BookEvent.AccountDescribed;
import io.daybook.ledger.book.BookEvent.AccountFrozen;
import io.daybook.ledger.book.BookEvent.AccountOpened;
import io.daybook.ledger.book.BookEvent.AccountTermsSet;
import io.daybook.ledger.book.BookEvent.AccountUnfrozen;
import io.daybook.ledger.book.BookEvent.ApprovalLimitSet;
import io.daybook.ledger.book.BookEvent.BookOpened;
import io.daybook.ledger.book.BookEvent.ChartRuleRemoved;
import io.daybook.ledger.book.BookEvent.ChartRuleSet;
import io.daybook.ledger.book.BookEvent.EntryPosted;
import io.daybook.ledger.book.BookEvent.EntryProposed;
import io.daybook.ledger.book.BookEvent.EntryRecorded;
import io.daybook.ledger.book.BookEvent.EntryReversed;
import io.daybook.ledger.book.BookEvent.HoldCaptured;
import io.daybook.ledger.book.BookEvent.HoldExpired;
import io.daybook.ledger.book.BookEvent.HoldPlaced;
import io.daybook.ledger.book.BookEvent.HoldVoided;
import io.daybook.ledger.book.BookEvent.OutflowLimitsSet;
import io.daybook.ledger.book.BookEvent.PeriodClosed;
import io.daybook.ledger.book.BookEvent.ProposalApproved;
import io.daybook.ledger.book.BookEvent.ProposalRejected;
import io.daybook.ledger.book.BookEvent.TemplateSet;
import io.daybook.ledger.book.BookEvent.WriteRefused;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.EntryId;
import io.daybook.projections.shared.PositionWriter;
import io.daybook.projections.shared.Preview;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shared.Recorded;
import io.daybook.projections.shared.Writes;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;

/** Keeps accounts, entries and postings. */
@ProcessingGroup(ProjectionNames.BALANCES)
final class BalancesProjection implements Preview {
  private final Writes writes;
  private final AccountWrites accounts;
  private final EntryWrites entries;
  private final HoldWrites holds;
  private final RuleWrites rules;
  private final PositionWriter positions;

  BalancesProjection(Writes writes, PositionWriter positions) {
    this.writes = writes;
    this.accounts = new AccountWrites(writes);
    this.entries = new EntryWrites(writes);
    this.holds = new HoldWrites(writes);
    this.rules = new RuleWrites(writes);
    this.positions = positions;
  }

  @EventHandler
  void on(BookEvent event, TrackingToken token, @Timestamp Instant time) {
    apply(event, positions.reached(ProjectionNames.BALANCES, token, time));
  }

  @Override
  public void show(Object event, Recorded at) {
    if (event instanceof BookEvent ofBook) {
      apply(ofBook, at);
    }
  }

  private void apply(BookEvent event, Recorded at) {
    switch (event) {
      case BookOpened _ -> {}
      case WriteRefused refused -> rules.refuse(refused, at);
      case AccountOpened opened -> accounts.open(opened, at);
      case AccountTermsSet set ->
          accounts.setTerms(AccountWrites.row(set.book(), set.account()), set.terms(), at);
      case AccountDescribed described -> accounts.describe(described, at);
      case AccountFrozen frozen ->
          accounts.setStatus(
              AccountWrites.row(frozen.book(), frozen.account()), AccountStatus.FROZEN, at);
      case AccountUnfrozen thawed ->
          accounts.setStatus(
              AccountWrites.row(thawed.book(), thawed.account()), AccountStatus.OPEN, at);
      case AccountClosed closed ->
          accounts.setStatus(
              AccountWrites.row(closed.book(), closed.account()), AccountStatus.CLOSED, at);
      case ChartRuleSet set -> accounts.rule(set.book(), set.rule(), at);
      case ChartRuleRemoved removed -> accounts.endRule(removed.book(), removed.path(), at);
      case PeriodClosed closed -> rules.close(closed, at);
      case OutflowLimitsSet set -> rules.limit(set, at);
      case ApprovalLimitSet set -> rules.limit(set, at);
      case TemplateSet set -> rules.set(set, at);
      case EntryProposed proposed -> rules.propose(proposed, at);
      case ProposalApproved(BookId book, EntryId entry, UserId by) ->
          rules.end(book, entry, at, ProposalStatus.APPROVED, by);
      case ProposalRejected(BookId book, EntryId entry, UserId by) ->
          rules.end(book, entry, at, ProposalStatus.REJECTED, by);
      case HoldPlaced placed -> holds.place(placed, at);
      case HoldCaptured captured -> holds.capture(captured, at);
      case HoldVoided voided -> holds.giveUp(voided, at);
      case HoldExpired expired -> holds.expire(expired, at);
      case EntryPosted posted -> entries.post(posted, at);
      case EntryReversed reversed -> entries.reverse(reversed, at);
      case EntryRecorded recorded -> entries.record(recorded, at);
    }
  }

  @ResetHandler
  void reset() {
    writes.empty(
        EntryWrites.POSTINGS,
        EntryWrites.METADATA,
        EntryWrites.ENTRIES,
        HoldWrites.HOLDS,
        RuleWrites.PROPOSALS,
        RuleWrites.RULES,
        RuleWrites.REFUSED,
        AccountWrites.METADATA,
        AccountWrites.CHART_RULES,
        AccountWrites.ACCOUNTS);
    positions.forget(ProjectionNames.BALANCES);
  }
}
