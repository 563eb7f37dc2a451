package io.daybook.ledger.book;

import io.daybook.ledger.AggregateState;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A book's state: its accounts in the order of their opening, its entries and its rules. */
@AggregateState.Of(Book.class)
record BookState(
    BookId book,
    List<AccountState> accounts,
    List<EntryState> entries,
    List<Named> requests,
    List<Named> externalReferences,
    List<ChartRule> chartRules,
    List<FundsHold> holds,
    PolicyState policy,
    List<Proposal> proposals,
    List<TemplateState> templates,
    List<RefusalState> refusals)
    implements AggregateState {

  /** An account and its balance in minor units, positive on its normal side. */
  record AccountState(
      AccountId account,
      AccountKind kind,
      Currency currency,
      long balance,
      long version,
      long pendingOut,
      long pendingIn,
      AccountTerms terms,
      AccountStatus status,
      @Nullable String metadataHash,
      Outflow outflow) {}

  /** See {@link PostedEntry}. */
  record EntryState(
      EntryId entry,
      String contentHash,
      List<Long> lines,
      @Nullable List<Long> undone,
      @Nullable EntryId reversal) {}

  /** See {@link Policy}. */
  record PolicyState(
      @Nullable LocalDate closedThrough,
      List<TierState> tiers,
      List<ApprovalLimitState> approvalLimits) {}

  /** The limits of a tier in one currency. */
  record TierState(String tier, OutflowLimits limits) {}

  /** Above how much in a currency two people are needed. */
  record ApprovalLimitState(String currency, long aboveMinor) {}

  /** A template and its name. */
  record TemplateState(TemplateId template, EntryTemplate content) {}

  /** A request and why it was refused. */
  record RefusalState(RequestId request, Refusal refusal) {}

  /** What an entry is found by beside its id. */
  record Named(String name, EntryId entry) {}
}
