package io.daybook.ui;

import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.kyb.casefile.KybCommand;
import io.daybook.kyb.casefile.KybCommand.ApproveCase;
import io.daybook.kyb.casefile.KybCommand.ConfirmReview;
import io.daybook.kyb.casefile.KybCommand.ProposeApproval;
import io.daybook.kyb.casefile.KybCommand.RejectCase;
import io.daybook.ledger.UserId;

/** What an officer can decide; the constants are the values of the form's buttons. */
enum Decision {
  PROPOSE("Propose approval"),
  APPROVE("Approve"),
  CONFIRM("Confirm approval"),
  REJECT("Reject");

  private final String label;

  Decision(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** Whether this decision leaves an event of this name in the case's history. */
  boolean leaves(String event) {
    return switch (this) {
      case PROPOSE -> event.equals("ApprovalProposed");
      case APPROVE -> event.equals("ApprovalSeconded") || event.equals("CaseApproved");
      case CONFIRM -> event.equals("ReviewProposed") || event.equals("ReviewCompleted");
      case REJECT -> event.equals("CaseRejected");
    };
  }

  KybCommand command(KybCaseId kybCase, UserId officer, String reason) {
    return switch (this) {
      case PROPOSE -> new ProposeApproval(kybCase, officer, reason);
      case APPROVE -> new ApproveCase(kybCase, officer, reason);
      case CONFIRM -> new ConfirmReview(kybCase, officer, reason);
      case REJECT -> new RejectCase(kybCase, officer, reason);
    };
  }
}
