package io.daybook.ui;

import io.daybook.kyb.casefile.KybError;
import io.daybook.kyb.casefile.KybError.CaseNotInState;
import io.daybook.kyb.casefile.KybError.DocumentNotIntact;
import io.daybook.kyb.casefile.KybError.FourEyes;
import io.daybook.kyb.casefile.KybError.ReasonInvalid;
import io.daybook.kyb.casefile.KybError.ReasonRequired;
import io.daybook.ledger.DomainError;
import io.daybook.projections.cases.CaseState;
import java.util.Locale;

/** Why a case refused a decision, in words for the officer who took it. */
final class RefusalWords {
  private RefusalWords() {}

  static String of(DomainError error) {
    return error instanceof KybError refused ? of(refused) : sentence(error.message());
  }

  private static String of(KybError refused) {
    return switch (refused) {
      case FourEyes(_, FourEyes.Conflict conflict) ->
          switch (conflict) {
            case HIT_PROPOSER -> "You proposed to dismiss this hit, so another officer must agree.";
            case PROPOSER -> "You proposed this approval, so another officer must approve it.";
            case SECONDER -> "You agreed to this approval, so a third officer must approve it.";
            case APPLICANT -> "You applied for this business, so you may not decide on it.";
          };
      case CaseNotInState notInState ->
          "The case is %s, so this decision can not be taken."
              .formatted(
                  CaseWords.state(CaseState.valueOf(notInState.actual().name()))
                      .toLowerCase(Locale.ROOT));
      case DocumentNotIntact _ ->
          "A stored document is damaged: the applicant must attach all again, or reject the case.";
      case ReasonRequired _ -> "Give a reason: it goes into the journal with your decision.";
      case ReasonInvalid _ ->
          "The reason has characters that are no text, such as controls or changes of direction.";
      default -> sentence(refused.message());
    };
  }

  private static String sentence(String message) {
    return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
  }
}
