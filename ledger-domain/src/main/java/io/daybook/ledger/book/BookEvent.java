package io.daybook.ledger.book;

import io.daybook.ledger.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What happened to a book. */
public sealed interface BookEvent {
  /** Returns the book that it happened to. */
  BookId book();

  /** A book was opened. */
  record BookOpened(BookId book) implements BookEvent {}

  /** An account was opened. */
  record AccountOpened(BookId book, AccountId account, AccountKind kind, Currency currency)
      implements BookEvent {}

  /** A balanced journal entry was posted. */
  record EntryPosted(
      BookId book, EntryId entry, List<Posting> postings, String memo, String reference)
      implements BookEvent {
    /** Copies the list. */
    public EntryPosted {
      postings = List.copyOf(postings);
    }
  }

  /** An entry was undone by a new one with its sides exchanged. */
  record EntryReversed(
      BookId book, EntryId reversal, EntryId reversed, List<Posting> postings, String memo)
      implements BookEvent {
    /** Copies the list. */
    public EntryReversed {
      postings = List.copyOf(postings);
    }
  }

  /** A balanced journal entry was posted, with all that can be said of one. */
  record EntryRecorded(BookId book, EntryId entry, EntryContent content, EntryDecision decision)
      implements BookEvent {}

  /** Bounds were set for the balance of an account. */
  record AccountTermsSet(BookId book, AccountId account, AccountTerms terms) implements BookEvent {}

  /** An account was described; names that are absent do not hold any more. */
  record AccountDescribed(BookId book, AccountId account, Map<String, String> metadata)
      implements BookEvent {
    /** Copies the map. */
    public AccountDescribed {
      metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
    }
  }

  /**
   * Compliance let nothing leave an account any more.
   *
   * @param reference the file or case that says why
   */
  record AccountFrozen(BookId book, AccountId account, String reference) implements BookEvent {}

  /**
   * Compliance let an account be used again.
   *
   * @param reference the file or case that says why
   */
  record AccountUnfrozen(BookId book, AccountId account, String reference) implements BookEvent {}

  /** An empty account was closed for good. */
  record AccountClosed(BookId book, AccountId account) implements BookEvent {}

  /** It was ruled which accounts may stand beside those under a path. */
  record ChartRuleSet(BookId book, ChartRule rule) implements BookEvent {}

  /** A rule of the chart ended. */
  record ChartRuleRemoved(BookId book, AccountId path) implements BookEvent {}

  /**
   * Money was set aside.
   *
   * @param decidedAt the time that the decision was made for
   */
  record HoldPlaced(BookId book, FundsHoldId hold, HeldFunds held, Instant decidedAt)
      implements BookEvent {}

  /** A part or the rest of what was set aside became an entry, which is recorded next. */
  record HoldCaptured(BookId book, FundsHoldId hold, EntryId entry, HeldPart part)
      implements BookEvent {}

  /** What was left of a hold was given up. */
  record HoldVoided(BookId book, FundsHoldId hold, HeldPart rest) implements BookEvent {}

  /** What was left of a hold fell back because its time had come. */
  record HoldExpired(BookId book, FundsHoldId hold, HeldPart rest) implements BookEvent {}

  /** No entry may count on {@code through} or earlier any more. */
  record PeriodClosed(BookId book, LocalDate through) implements BookEvent {}

  /** Limits were set on what leaves the accounts of a tier, in one currency. */
  record OutflowLimitsSet(BookId book, String tier, OutflowLimits limits) implements BookEvent {}

  /**
   * It was ruled which entries need two people.
   *
   * @param aboveMinor those with more debits in the currency; absent for none
   */
  record ApprovalLimitSet(BookId book, Currency currency, @Nullable Long aboveMinor)
      implements BookEvent {}

  /** An entry that needs two people was proposed by the first of them. */
  record EntryProposed(
      BookId book,
      EntryId entry,
      EntryContent content,
      Instant decidedAt,
      @Nullable RequestId request,
      UserId by)
      implements BookEvent {}

  /** A second person approved a proposed entry, which is recorded next. */
  record ProposalApproved(BookId book, EntryId entry, UserId by) implements BookEvent {}

  /** A proposed entry was rejected or withdrawn. */
  record ProposalRejected(BookId book, EntryId entry, UserId by) implements BookEvent {}

  /** A template got a content, perhaps instead of an earlier one. */
  record TemplateSet(BookId book, TemplateId template, EntryTemplate content)
      implements BookEvent {}

  /**
   * A write was refused. It is a fact, so that the same request is answered the same again.
   *
   * @param decidedAt the time that the decision was made for
   */
  record WriteRefused(BookId book, RequestId request, Refusal refusal, UserId by, Instant decidedAt)
      implements BookEvent {}
}
