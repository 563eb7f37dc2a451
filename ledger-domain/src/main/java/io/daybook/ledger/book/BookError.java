package io.daybook.ledger.book;

import io.daybook.ledger.DomainError;
import io.daybook.ledger.money.Money;
import java.util.Currency;

/** Why a book refuses a command, in order of precedence. */
public sealed interface BookError extends DomainError {
  /** The entry's id is taken by an entry with other content. */
  record EntryExistsWithDifferentContent(EntryId entry) implements BookError {
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
      return "entry " + entry + " was posted before with other content";
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
