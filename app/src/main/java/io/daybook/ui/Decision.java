package io.daybook.ui;

import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.kyb.casefile.KybCommand;
import io.daybook.kyb.casefile.KybCommand.ApproveCase;
import io.daybook.kyb.casefile.KybCommand.ProposeApproval;
import io.daybook.kyb.casefile.KybCommand.RejectCase;
import io.daybook.ledger.UserId;

/** What an officer can decide; the constants are the values of the form's buttons. */
enum Decision {
  PROPOSE("Propose approval", "ApprovalProposed"),
  APPROVE("Approve", "CaseApproved"),
  REJECT("Reject", "CaseRejected");

  private final String label;
  private final String event;

  Decision(String label, String event) {
    this.label = label;
    this.event = event;
  }

  String label() {
    return label;
  }

  /** The name of the event that this decision leaves in the case's history. */
  String event() {
    return event;
  }

  KybCommand command(KybCaseId kybCase, UserId officer, String reason) {
    return switch (this) {
      case PROPOSE -> new ProposeApproval(kybCase, officer, reason);
      case APPROVE -> new ApproveCase(kybCase, officer, reason);
      case REJECT -> new RejectCase(kybCase, officer, reason);
    };
  }
}
