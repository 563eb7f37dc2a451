package io.daybook.ledger.wallet;

import io.daybook.ledger.DomainError;
import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.money.Money;
import java.time.Instant;

/** Why a payout refuses a command, in order of precedence. */
public sealed interface PayoutError extends DomainError {
  /** The payout's id is taken by a payout with other content. */
  record PayoutExistsWithDifferentContent(PayoutId payout) implements PayoutError {
    @Override
    public String code() {
      return "payout_exists_with_different_content";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "payout " + payout + " was requested before with other content";
    }
  }

  /** The amount to pay out is zero or negative. */
  record AmountNotPositive(PayoutId payout, Money amount) implements PayoutError {
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
      return "the amount to pay out must be positive, not " + amount;
    }
  }

  /** Compliance has not approved the organiser. */
  record OrganiserNotCleared(OrganiserId organiser) implements PayoutError {
    @Override
    public String code() {
      return "kyb_required";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "organiser " + organiser + " is not approved by compliance";
    }

    @Override
    public boolean isTransient() {
      return true;
    }
  }

  /** The organiser has no such account, or not any more. */
  record UnknownPayoutAccount(PayoutAccountId account) implements PayoutError {
    @Override
    public String code() {
      return "unknown_payout_account";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String message() {
      return "the organiser has no payout account " + account;
    }
  }

  /** The account is too new. */
  record PayoutAccountCoolingOff(PayoutAccountId account, Instant usableFrom)
      implements PayoutError {
    @Override
    public String code() {
      return "payout_account_cooling_off";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "payouts may go to account " + account + " from " + usableFrom + " on";
    }

    @Override
    public boolean isTransient() {
      return true;
    }
  }

  /** The payout does not wait for anybody. */
  record PayoutNotWaiting(PayoutId payout) implements PayoutError {
    @Override
    public String code() {
      return "payout_not_waiting";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "payout " + payout + " waits for no second person";
    }
  }

  /** Whoever asked for a payout cannot approve it. */
  record FourEyesRequired(PayoutId payout) implements PayoutError {
    @Override
    public String code() {
      return "four_eyes";
    }

    @Override
    public Kind kind() {
      return Kind.FORBIDDEN;
    }

    @Override
    public String message() {
      return "payout " + payout + " is approved by another person than who asked for it";
    }
  }

  /** The ledger has decided on the payout before, the other way. */
  record PayoutAlreadyDecided(PayoutId payout) implements PayoutError {
    @Override
    public String code() {
      return "payout_already_decided";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "the ledger decided on payout " + payout + " before";
    }
  }
}
