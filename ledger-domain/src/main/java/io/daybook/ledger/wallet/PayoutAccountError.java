package io.daybook.ledger.wallet;

import io.daybook.ledger.DomainError;

/** Why a payout account refuses a command, in order of precedence. */
public sealed interface PayoutAccountError extends DomainError {
  /** The account's id is taken by an account with other content. */
  record PayoutAccountExistsWithDifferentContent(PayoutAccountId account)
      implements PayoutAccountError {
    @Override
    public String code() {
      return "payout_account_exists_with_different_content";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "payout account " + account + " was added before with other content";
    }
  }

  /** The account is not named as providers name accounts; it may be an account number. */
  record PayoutAccountTokenInvalid(PayoutAccountId account) implements PayoutAccountError {
    @Override
    public String code() {
      return "payout_account_token_invalid";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "an account is named by its provider's token, such as bank_1a2b, not by its number";
    }
  }
}
