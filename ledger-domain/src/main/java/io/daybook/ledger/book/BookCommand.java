package io.daybook.ledger.book;

import io.daybook.ledger.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What a book can be asked to do. Each command may be repeated: it then changes nothing. */
public sealed interface BookCommand {
  /** Returns the book that the command is for. */
  BookId book();

  /** Returns who asks and when; absent for what a program does or what no time decides. */
  default @Nullable WriteRequest request() {
    return null;
  }

  /**
   * Decides on commands as if each before it were done, changes nothing, and answers with what the
   * last one would.
   *
   * @param commands at least one, for the same book
   */
  record TryCommands(@TargetAggregateIdentifier BookId book, List<BookCommand> commands)
      implements BookCommand {
    /** Copies the list. */
    public TryCommands {
      commands = List.copyOf(commands);
    }
  }

  /**
   * Does what a command does that has no request of its own, for a request.
   *
   * @param command for the same book
   */
  record DoForRequest(
      @TargetAggregateIdentifier BookId book, BookCommand command, WriteRequest request)
      implements BookCommand {}

  /** Opens a book without accounts. */
  record OpenBook(@TargetAggregateIdentifier BookId book) implements BookCommand {}

  /** Opens an account in one currency. */
  record OpenAccount(
      @TargetAggregateIdentifier BookId book,
      AccountId account,
      AccountKind kind,
      Currency currency)
      implements BookCommand {}

  /**
   * Posts a balanced journal entry.
   *
   * @param entry made by the client; the same id with the same content changes nothing, with other
   *     content it is refused
   * @param postings 2 to 1,000 lines whose debits equal their credits in each currency
   * @param memo up to 500 characters for people; no personal data
   * @param reference what the entry is about outside the ledger, such as an order's id
   * @param mayNotOverdraw accounts whose balance must not go below zero by this entry
   */
  record PostEntry(
      @TargetAggregateIdentifier BookId book,
      EntryId entry,
      List<Posting> postings,
      String memo,
      String reference,
      List<AccountId> mayNotOverdraw)
      implements BookCommand {
    /** Copies the lists. */
    public PostEntry {
      postings = List.copyOf(postings);
      mayNotOverdraw = List.copyOf(mayNotOverdraw);
    }
  }

  /** Undoes a whole entry by a new one with its sides exchanged; possible once. */
  record ReverseEntry(
      @TargetAggregateIdentifier BookId book, EntryId reversal, EntryId reversed, String memo)
      implements BookCommand {}

  /**
   * Posts a balanced journal entry and answers with its {@link Outcome}.
   *
   * @param entry made by the client; the same id with the same content changes nothing, with other
   *     content it is refused
   */
  record RecordEntry(
      @TargetAggregateIdentifier BookId book,
      EntryId entry,
      EntryContent content,
      EntryConditions conditions,
      WriteRequest request)
      implements BookCommand {}

  /**
   * Undoes an entry, or a part of it, by a new one and answers with its {@link Outcome}.
   *
   * @param content what the reversal says; without postings it undoes all that is left
   */
  record RecordReversal(
      @TargetAggregateIdentifier BookId book,
      EntryId reversal,
      EntryId reversed,
      ReversalContent content,
      WriteRequest request)
      implements BookCommand {}

  /** Sets bounds for the balance of an account, which may be outside of them now. */
  record SetAccountTerms(
      @TargetAggregateIdentifier BookId book, AccountId account, AccountTerms terms)
      implements BookCommand {}

  /**
   * Describes an account anew.
   *
   * @param metadata up to 20 names and values; no personal data
   */
  record DescribeAccount(
      @TargetAggregateIdentifier BookId book, AccountId account, Map<String, String> metadata)
      implements BookCommand {
    /** Copies the map. */
    public DescribeAccount {
      metadata = Map.copyOf(metadata);
    }
  }

  /** Lets nothing leave an account. */
  record FreezeAccount(@TargetAggregateIdentifier BookId book, AccountId account, String reference)
      implements BookCommand {}

  /** Lets a frozen account be used again. */
  record UnfreezeAccount(
      @TargetAggregateIdentifier BookId book, AccountId account, String reference)
      implements BookCommand {}

  /** Closes an account whose balance is zero. */
  record CloseAccount(@TargetAggregateIdentifier BookId book, AccountId account)
      implements BookCommand {}

  /** Rules which accounts may stand beside those under a path; later entries must follow. */
  record SetChartRule(@TargetAggregateIdentifier BookId book, ChartRule rule)
      implements BookCommand {}

  /** Ends the rule for a path. */
  record RemoveChartRule(@TargetAggregateIdentifier BookId book, AccountId path)
      implements BookCommand {}

  /**
   * Sets money aside and answers with its {@link Outcome}.
   *
   * @param hold made by the client; the same id with the same content changes nothing
   */
  record PlaceHold(
      @TargetAggregateIdentifier BookId book,
      FundsHoldId hold,
      HeldFunds held,
      WriteRequest request)
      implements BookCommand {}

  /**
   * Makes an entry of money that was set aside and answers with its {@link Outcome}.
   *
   * @param amountMinor how much of it; absent for all that is left
   */
  record CaptureHold(
      @TargetAggregateIdentifier BookId book,
      FundsHoldId hold,
      @Nullable Long amountMinor,
      EntryRecording recording)
      implements BookCommand {
    @Override
    public WriteRequest request() {
      return recording.request();
    }
  }

  /** Makes one entry of all that is left of the open holds of a group. */
  record CaptureHoldGroup(
      @TargetAggregateIdentifier BookId book, String group, EntryRecording recording)
      implements BookCommand {
    @Override
    public WriteRequest request() {
      return recording.request();
    }
  }

  /** Gives up what is left of a hold and answers with its {@link Outcome}. */
  record VoidHold(@TargetAggregateIdentifier BookId book, FundsHoldId hold, WriteRequest request)
      implements BookCommand {}

  /** Gives up what is left of all open holds of a group. */
  record VoidHoldGroup(@TargetAggregateIdentifier BookId book, String group, WriteRequest request)
      implements BookCommand {}

  /** Ends the holds whose time has come; any other command with a time does that first, too. */
  record ExpireFundsHolds(@TargetAggregateIdentifier BookId book, Instant at)
      implements BookCommand {}

  /**
   * Posts several entries, each as if the ones before it were posted, and answers with a {@link
   * BatchOutcome}.
   *
   * @param entries 1 to 8,192
   * @param isLinked whether all are refused if one is; else each is decided for itself
   */
  record RecordBatch(
      @TargetAggregateIdentifier BookId book,
      List<BatchEntry> entries,
      boolean isLinked,
      WriteRequest request)
      implements BookCommand {
    /** Copies the list. */
    public RecordBatch {
      entries = List.copyOf(entries);
    }
  }

  /** Undoes what is left of an entry and posts another instead, both or neither. */
  record RecordCorrection(
      @TargetAggregateIdentifier BookId book,
      EntryId wrong,
      EntryId reversal,
      BatchEntry correction,
      WriteRequest request)
      implements BookCommand {}

  /**
   * Posts an entry of a template's shape.
   *
   * @param content what the entry says; its postings follow from the template
   */
  record RecordFromTemplate(
      @TargetAggregateIdentifier BookId book,
      TemplateId template,
      Money amount,
      BatchEntry content,
      WriteRequest request)
      implements BookCommand {}

  /** Gives a template a content. */
  record SetTemplate(
      @TargetAggregateIdentifier BookId book, TemplateId template, EntryTemplate content)
      implements BookCommand {}

  /** Lets no entry count on {@code through} or earlier any more; it must be over. */
  record ClosePeriod(
      @TargetAggregateIdentifier BookId book, LocalDate through, WriteRequest request)
      implements BookCommand {}

  /** Limits what may leave the accounts of a tier. */
  record SetOutflowLimits(@TargetAggregateIdentifier BookId book, String tier, OutflowLimits limits)
      implements BookCommand {}

  /** Rules which entries need two people: those above an amount; absent for none. */
  record SetApprovalLimit(
      @TargetAggregateIdentifier BookId book, Currency currency, @Nullable Long aboveMinor)
      implements BookCommand {}

  /** Approves a proposed entry as its second person, which posts it. */
  record ApproveEntry(@TargetAggregateIdentifier BookId book, EntryId entry, WriteRequest request)
      implements BookCommand {}

  /** Rejects or withdraws a proposed entry. */
  record RejectEntry(@TargetAggregateIdentifier BookId book, EntryId entry, WriteRequest request)
      implements BookCommand {}
}
