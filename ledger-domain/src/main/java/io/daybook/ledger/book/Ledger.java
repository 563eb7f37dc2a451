package io.daybook.ledger.book;

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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * All that a book has to know to decide.
 *
 * <p>A fork sees the same and can be moved on by itself, so that what follows from several
 * decisions is known before any of them is made.
 */
final class Ledger {
  final Accounts accounts;
  final Entries entries;
  final ChartRules chart;
  final Holds holds;
  final Policy policy;
  final Proposals proposals;
  final Templates templates;
  final Refusals refusals;

  Ledger() {
    accounts = new Accounts();
    entries = new Entries();
    chart = new ChartRules();
    holds = new Holds();
    policy = new Policy();
    proposals = new Proposals();
    templates = new Templates();
    refusals = new Refusals();
  }

  private Ledger(Ledger below) {
    accounts = below.accounts.fork();
    entries = below.entries.fork();
    chart = below.chart.fork();
    holds = below.holds.fork();
    policy = below.policy.fork();
    proposals = below.proposals.fork();
    templates = below.templates.fork();
    refusals = below.refusals.fork();
  }

  Ledger fork() {
    return new Ledger(this);
  }

  void apply(BookEvent event) {
    switch (event) {
      case BookOpened _ -> {}
      case AccountOpened opened ->
          accounts.open(opened.account(), opened.kind(), opened.currency());
      case EntryPosted posted -> apply(posted);
      case EntryReversed reversed -> apply(reversed);
      case EntryRecorded recorded -> apply(recorded);
      case AccountTermsSet set -> accounts.change(set.account()).setTerms(set.terms());
      case AccountDescribed described ->
          accounts.change(described.account()).describe(described.metadata());
      case AccountFrozen frozen ->
          accounts.change(frozen.account()).setStatus(AccountStatus.FROZEN);
      case AccountUnfrozen thawed ->
          accounts.change(thawed.account()).setStatus(AccountStatus.OPEN);
      case AccountClosed closed ->
          accounts.change(closed.account()).setStatus(AccountStatus.CLOSED);
      case ChartRuleSet set -> chart.set(set.rule());
      case ChartRuleRemoved removed -> chart.remove(removed.path());
      case HoldPlaced placed -> {
        spend(placed.held().part(placed.held().amount()).postings(), placed.decidedAt());
        accounts.hold(placed.held().part(placed.held().amount()).postings(), false);
        holds.place(FundsHold.placed(placed.hold(), placed.held()));
      }
      case HoldCaptured captured -> {
        accounts.hold(captured.part().postings(), true);
        holds.capture(captured.hold(), captured.part().amount());
      }
      case PeriodClosed closed -> policy.close(closed.through());
      case OutflowLimitsSet set -> policy.set(set.tier(), set.limits());
      case ApprovalLimitSet set -> policy.setApprovalLimit(set.currency(), set.aboveMinor());
      case EntryProposed proposed -> proposals.put(Proposal.of(proposed));
      case ProposalApproved approved -> proposals.end(approved.entry(), Proposal.Status.APPROVED);
      case ProposalRejected rejected -> proposals.end(rejected.entry(), Proposal.Status.REJECTED);
      case TemplateSet set -> templates.set(set.template(), set.content());
      case WriteRefused refused -> refusals.put(refused.request(), refused.refusal());
      case HoldVoided(_, FundsHoldId hold, HeldPart rest) -> end(hold, rest, HoldStatus.VOIDED);
      case HoldExpired(_, FundsHoldId hold, HeldPart rest) -> end(hold, rest, HoldStatus.EXPIRED);
    }
  }

  private void end(FundsHoldId hold, HeldPart rest, HoldStatus as) {
    accounts.hold(rest.postings(), true);
    holds.end(hold, as);
  }

  private void apply(EntryPosted posted) {
    String hash = PostedEntry.hashOfPosting(posted.postings(), posted.memo(), posted.reference());
    add(posted.entry(), hash, posted.postings());
  }

  private void apply(EntryReversed reversed) {
    String hash = PostedEntry.hashOfReversal(reversed.reversed(), reversed.memo());
    add(reversed.reversal(), hash, reversed.postings());
    entries.reverse(reversed.reversed(), reversed.reversal());
  }

  private void apply(EntryRecorded recorded) {
    EntryContent content = recorded.content();
    EntryCause cause = recorded.decision().cause();
    if (cause == EntryCause.POSTED || cause == EntryCause.APPROVED) {
      spend(content.postings(), recorded.decision().decidedAt());
    }
    add(recorded.entry(), PostedEntry.hashOf(content), content.postings());
    entries.remember(recorded.entry(), content, recorded.decision().request());
    EntryId reversed = content.links().reverses();
    if (reversed != null) {
      entries.reverse(reversed, recorded.entry(), content.postings(), accounts);
    }
  }

  private void spend(List<Posting> postings, Instant at) {
    accounts.spend(postings, LocalDate.ofInstant(at, ZoneOffset.UTC));
  }

  /**
   * Checks that so much may leave the accounts of an entry, on the day of {@code at}.
   *
   * @throws io.daybook.ledger.CommandRefused if a limit would be passed
   */
  void requireWithinLimits(List<Posting> postings, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    Movements.of(postings, accounts)
        .forEach((account, minor) -> {
          if (minor < 0) {
            policy.requireWithinLimits(account, -minor, day);
          }
        });
  }

  private void add(EntryId entry, String hash, List<Posting> postings) {
    accounts.move(postings);
    entries.put(entry, PostedEntry.of(hash, postings, accounts));
  }

  BookState state(BookId book) {
    return new BookState(
        book,
        accounts.state(),
        entries.state(),
        entries.requests(),
        entries.externalReferences(),
        chart.all(),
        holds.state(),
        policy.state(),
        proposals.state(),
        templates.state(),
        refusals.state());
  }

  void restore(BookState state) {
    state.accounts().forEach(accounts::restore);
    entries.restore(state);
    state.chartRules().forEach(chart::set);
    state.holds().forEach(holds::place);
    policy.restore(state.policy());
    state.proposals().forEach(proposals::put);
    state.templates().forEach(set -> templates.set(set.template(), set.content()));
    state.refusals().forEach(known -> refusals.put(known.request(), known.refusal()));
  }
}
