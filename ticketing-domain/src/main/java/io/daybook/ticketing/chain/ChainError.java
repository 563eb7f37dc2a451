package io.daybook.ticketing.chain;

import io.daybook.ledger.DomainError;
import io.daybook.ledger.UserId;

/** Why a command about a chain is refused, in order of precedence. */
public sealed interface ChainError extends DomainError {
  @Override
  default Kind kind() {
    return Kind.CONFLICT;
  }

  /** The remedy is about a transaction and does not say which, or the other way round. */
  record RemedyIncomplete(Remedy.Act act) implements ChainError {
    @Override
    public String code() {
      return "remedy_incomplete";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return act + (act.isOfTransaction() ? " needs a transaction" : " is about no transaction");
    }
  }

  /** There is no such remedy. */
  record RemedyUnknown(RemedyId remedy) implements ChainError {
    @Override
    public String code() {
      return "unknown_remedy";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String message() {
      return "there is no remedy " + remedy;
    }
  }

  /** The id is taken by another remedy. */
  record RemedyExistsWithDifferentContent(RemedyId remedy) implements ChainError {
    @Override
    public String code() {
      return "remedy_exists_with_different_content";
    }

    @Override
    public String message() {
      return "remedy " + remedy + " was proposed before with other content";
    }
  }

  /** Who proposed approves. */
  record FourEyes(UserId by) implements ChainError {
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
      return "another person than the proposer must agree";
    }
  }

  /** What is to go on has not stopped. */
  record NothingToResume(Remedy.Act act) implements ChainError {
    @Override
    public String code() {
      return "nothing_to_resume";
    }

    @Override
    public String message() {
      return act == Remedy.Act.RESUME_READING
          ? "the chain is being read"
          : "sending to the chain has not stopped";
    }
  }

  /** The same is proposed already. */
  record RemedyOpen(RemedyId remedy) implements ChainError {
    @Override
    public String code() {
      return "remedy_open";
    }

    @Override
    public String message() {
      return "the same is proposed as " + remedy;
    }
  }

  /** The remedy was decided on before. */
  record RemedyEnded(RemedyId remedy) implements ChainError {
    @Override
    public String code() {
      return "remedy_ended";
    }

    @Override
    public String message() {
      return "remedy " + remedy + " was ordered or withdrawn before";
    }
  }
}
