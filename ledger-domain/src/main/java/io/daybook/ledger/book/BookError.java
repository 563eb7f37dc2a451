package io.daybook.ledger.book;

import io.daybook.ledger.DomainError;
import io.daybook.ledger.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** Why a book refuses a command, in order of precedence. */
public sealed interface BookError extends DomainError {
  /** The entry's id is taken by an entry with other content. */
  record EntryExistsWithDifferentContent(EntryId entry, List<String> differing)
      implements BookError {
    @Override
    public String code() {
      return "entry_exists_with_different_content";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "entry " + entry + " was posted before with other content: " + differing + " differ";
    }
  }

  /** The request made another entry before. */
  record RequestReused(EntryId entry, EntryId other) implements BookError {
    @Override
    public String code() {
      return "idempotency_key_reused";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "the request was for entry " + other + " before, not for " + entry;
    }
  }

  /** The request asked for something else before, and was refused. */
  record RefusedRequestReused(RequestId request) implements BookError {
    @Override
    public String code() {
      return "idempotency_key_reused";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "the request asked for something else before, and was refused";
    }
  }

  /** The entry has too few or too many postings. */
  record PostingCountOutOfRange(EntryId entry, int count, int minimum, int maximum)
      implements BookError {
    @Override
    public String code() {
      return "posting_count_out_of_range";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "an entry has " + minimum + " to " + maximum + " postings, not " + count;
    }
  }

  /** The memo or the reference has too many characters. */
  record TextTooLong(EntryId entry, String field, int length, int maximum) implements BookError {
    @Override
    public String code() {
      return "text_too_long";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return field + " has at most " + maximum + " characters, not " + length;
    }
  }

  /** The value date is too far away to be meant. */
  record ValueDateOutOfRange(EntryId entry, LocalDate date, int firstYear, int lastYear)
      implements BookError {
    @Override
    public String code() {
      return "value_date_out_of_range";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "a value date is in the years " + firstYear + " to " + lastYear + ", not " + date;
    }
  }

  /** A name or a value of the metadata is not accepted. */
  record MetadataInvalid(String name, String rule) implements BookError {
    @Override
    public String code() {
      return "metadata_invalid";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "metadata '" + name + "': " + rule;
    }
  }

  /** A posting's amount is zero or negative. */
  record AmountNotPositive(EntryId entry, AccountId account, Money amount) implements BookError {
    @Override
    public String code() {
      return "amount_not_positive";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "the amount on " + account + " must be positive, not " + amount;
    }
  }

  /** The entry's debits or credits in a currency exceed what can be counted. */
  record AmountOverflow(EntryId entry, Currency currency) implements BookError {
    @Override
    public String code() {
      return "amount_overflow";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "the entry's amounts in " + currency + " exceed " + Long.MAX_VALUE + " minor units";
    }
  }

  /** The entry's debits and credits in a currency differ. */
  record EntryUnbalanced(EntryId entry, Money debits, Money credits) implements BookError {
    @Override
    public String code() {
      return "entry_unbalanced";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "debits are " + debits + " but credits are " + credits;
    }
  }

  /** The entry's rate of exchange is not that of its sums. */
  record ExchangeRateInvalid(EntryId entry, String rate, List<Money> sums) implements BookError {
    @Override
    public String code() {
      return "exchange_rate_invalid";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "an exchange has two sums, one of which is the other at its rate, such as"
          + " EUR/USD=1.0843; "
          + sums
          + " were not exchanged at '"
          + rate
          + "'";
    }
  }

  /** Another entry has the external reference. */
  record ExternalReferenceTaken(String reference, EntryId entry) implements BookError {
    @Override
    public String code() {
      return "external_reference_taken";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "entry " + entry + " has the external reference '" + reference + "'";
    }
  }

  /** The book has no such account, yet. */
  record UnknownAccount(AccountId account) implements BookError {
    @Override
    public String code() {
      return "unknown_account";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String message() {
      return "there is no account " + account;
    }

    @Override
    public boolean isTransient() {
      return true;
    }
  }

  /** A posting's currency is not its account's. */
  record CurrencyMismatch(AccountId account, Currency expected, Currency actual)
      implements BookError {
    @Override
    public String code() {
      return "currency_mismatch";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "account " + account + " is in " + expected + ", not " + actual;
    }
  }

  /** The proposed entry was approved or rejected before. */
  record ProposalEnded(EntryId entry, String status) implements BookError {
    @Override
    public String code() {
      return "proposal_ended";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "the proposed entry " + entry + " is " + status;
    }
  }

  /** The day on which the entry counts is in a closed period. */
  record PeriodIsClosed(LocalDate day, LocalDate through) implements BookError {
    @Override
    public String code() {
      return "period_closed";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "no entry may count on " + day + ": the books are closed through " + through;
    }
  }

  /** Other entries have moved the account since it was read. */
  record VersionMismatch(AccountId account, long expected, long actual) implements BookError {
    @Override
    public String code() {
      return "version_mismatch";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "account " + account + " is at version " + actual + ", not " + expected;
    }
  }

  /** The account is closed for good. */
  record AccountIsClosed(AccountId account) implements BookError {
    @Override
    public String code() {
      return "account_closed";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "account " + account + " is closed";
    }
  }

  /** Compliance lets nothing leave the account, for now. */
  record AccountIsFrozen(AccountId account) implements BookError {
    @Override
    public String code() {
      return "account_frozen";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "nothing may leave account " + account + " while compliance looks at it";
    }

    @Override
    public boolean isTransient() {
      return true;
    }
  }

  /** A rule of the chart of accounts forbids the entry. */
  record AccountsMayNotMeet(AccountId account, AccountId other, AccountId rule)
      implements BookError {
    @Override
    public String code() {
      return "accounts_may_not_meet";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return other + " may not stand beside " + account + " by the rule for " + rule;
    }
  }

  /** The entry would overdraw an account that it must not overdraw. */
  record InsufficientFunds(AccountId account, Money available, Money requested)
      implements BookError {
    @Override
    public String code() {
      return "insufficient_funds";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return account + " has " + available + ", but " + requested + " is requested";
    }

    @Override
    public boolean isTransient() {
      return true;
    }
  }

  /** The entry would take an account above its maximum. */
  record BalanceAboveMaximum(AccountId account, Money balance, Money movement, Money maximum)
      implements BookError {
    @Override
    public String code() {
      return "balance_above_maximum";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return account + " has " + balance + " and may not go above " + maximum + " by " + movement;
    }

    @Override
    public boolean isTransient() {
      return true;
    }
  }

  /** More would leave the account than its tier allows in the time. */
  record OutflowLimitExceeded(
      AccountId account, String window, Money limit, Money used, Money requested)
      implements BookError {
    @Override
    public String code() {
      return "outflow_limit_exceeded";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return account
          + " may pay "
          + limit
          + " each "
          + window
          + ", has paid "
          + used
          + ", and "
          + requested
          + " is requested";
    }

    @Override
    public boolean isTransient() {
      return true;
    }
  }

  /** The account's balance would exceed what can be counted. */
  record BalanceOverflow(AccountId account, Money balance, Money movement) implements BookError {
    @Override
    public String code() {
      return "balance_overflow";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "the balance " + balance + " of " + account + " cannot change by " + movement;
    }
  }

  /** The entry to reverse is not in the book. */
  record UnknownEntry(EntryId entry) implements BookError {
    @Override
    public String code() {
      return "unknown_entry";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String message() {
      return "there is no entry " + entry;
    }
  }

  /** The entry was reversed before, by another entry. */
  record AlreadyReversed(EntryId entry, EntryId reversal) implements BookError {
    @Override
    public String code() {
      return "already_reversed";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "entry " + entry + " was reversed before by " + reversal;
    }
  }

  /** More would be undone than is left of the entry. */
  record ReversalTooLarge(EntryId entry) implements BookError {
    @Override
    public String code() {
      return "reversal_too_large";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "less than that is left of entry " + entry;
    }
  }

  /** The account has a balance, so it cannot be closed. */
  record AccountNotEmpty(AccountId account, Money balance) implements BookError {
    @Override
    public String code() {
      return "account_not_empty";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return account + " has " + balance;
    }

    @Override
    public boolean isTransient() {
      return true;
    }
  }

  /** The book has no such hold, or no such group of holds. */
  record UnknownFundsHold(String name) implements BookError {
    @Override
    public String code() {
      return "unknown_hold";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String message() {
      return "there is no hold or group of holds " + name;
    }
  }

  /** The hold's id is taken by a hold with other content. */
  record FundsHoldExists(FundsHoldId hold) implements BookError {
    @Override
    public String code() {
      return "hold_exists_with_different_content";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "hold " + hold + " was placed before with other content";
    }
  }

  /** A field of the hold has a value that is not accepted. */
  record FundsHoldInvalid(FundsHoldId hold, String rule) implements BookError {
    @Override
    public String code() {
      return "hold_invalid";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "hold " + hold + ": " + rule;
    }
  }

  /** The group has as many holds as one entry can capture. */
  record HoldGroupFull(String group, int maximum) implements BookError {
    @Override
    public String code() {
      return "hold_group_full";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "group " + group + " has " + maximum + " holds";
    }
  }

  /** The time of the hold is over. */
  record FundsHoldExpired(FundsHoldId hold) implements BookError {
    @Override
    public String code() {
      return "hold_expired";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "hold " + hold + " has expired";
    }
  }

  /** The hold was captured as a whole, or given up. */
  record FundsHoldEnded(FundsHoldId hold, HoldStatus status) implements BookError {
    @Override
    public String code() {
      return "hold_ended";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "hold " + hold + " is " + status;
    }
  }

  /** More would be captured than is left of the hold. */
  record CaptureTooLarge(FundsHoldId hold, Money remaining, Money requested) implements BookError {
    @Override
    public String code() {
      return "capture_too_large";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "hold " + hold + " has " + remaining + " left, but " + requested + " is requested";
    }
  }

  /** The bounds for an account contradict each other. */
  record TermsInvalid(AccountId account, String rule) implements BookError {
    @Override
    public String code() {
      return "terms_invalid";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "account " + account + ": " + rule;
    }
  }

  /** The amount needs two people, which works for an entry of its own only. */
  record ApprovalNeeded() implements BookError {
    @Override
    public String code() {
      return "approval_needed";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "so much needs a second person, so it must be an entry of its own";
    }
  }

  /** The one who proposed an entry may not approve it. */
  record SecondPersonNeeded(EntryId entry) implements BookError {
    @Override
    public String code() {
      return "second_person_needed";
    }

    @Override
    public Kind kind() {
      return Kind.FORBIDDEN;
    }

    @Override
    public String message() {
      return "entry " + entry + " must be approved by another than who proposed it";
    }
  }

  /** There is no such proposed entry. */
  record UnknownProposal(EntryId entry) implements BookError {
    @Override
    public String code() {
      return "unknown_proposal";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String message() {
      return "no entry " + entry + " is proposed";
    }
  }

  /** The batch has no entries or too many. */
  record BatchSizeOutOfRange(int size, int maximum) implements BookError {
    @Override
    public String code() {
      return "batch_size_out_of_range";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "a batch has 1 to " + maximum + " entries, not " + size;
    }
  }

  /** An entry of a linked batch is refused, and with it all. */
  record BatchEntryRefused(int index, EntryId entry, String cause, DomainError refusal)
      implements BookError {
    @Override
    public String code() {
      return "batch_entry_refused";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "entry "
          + index
          + " ("
          + entry
          + ") is refused, and with it all: "
          + refusal.message();
    }
  }

  /** The period to close is not over. */
  record PeriodNotOver(LocalDate through, LocalDate today) implements BookError {
    @Override
    public String code() {
      return "period_not_over";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "a period is closed after its end: " + through + " is not before " + today;
    }
  }

  /** A limit or the name of a tier is not accepted. */
  record LimitsInvalid(String rule) implements BookError {
    @Override
    public String code() {
      return "limits_invalid";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return rule;
    }
  }

  /** The book has no such template. */
  record UnknownTemplate(TemplateId template) implements BookError {
    @Override
    public String code() {
      return "unknown_template";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String message() {
      return "there is no template " + template;
    }
  }

  /** A side of the template has no accounts or too many, or a weight out of range. */
  record TemplateInvalid(TemplateId template, String rule) implements BookError {
    @Override
    public String code() {
      return "template_invalid";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "template " + template + ": " + rule;
    }
  }

  /** The account was opened before with another kind or currency. */
  record AccountExistsWithDifferentContent(AccountId account, AccountKind opened, Currency currency)
      implements BookError {
    @Override
    public String code() {
      return "account_exists_with_different_content";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "account " + account + " was opened before as " + opened + " in " + currency;
    }
  }
}
