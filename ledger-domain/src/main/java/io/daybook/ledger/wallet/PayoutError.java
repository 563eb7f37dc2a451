package io.daybook.ledger.wallet;

import io.daybook.ledger.DomainError;
import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.money.Money;

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
