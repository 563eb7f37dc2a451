package io.daybook.ui;

import io.daybook.kyb.workflow.ProcessStep;
import io.daybook.ledger.UserId;
import io.daybook.projections.cases.CaseDetailView;
import io.daybook.projections.cases.CaseState;
import io.daybook.projections.cases.CaseView;
import io.daybook.projections.cases.DocumentView;
import io.daybook.projections.cases.HistoryView;
import io.daybook.security.Caller;
import io.daybook.security.Role;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One KYB case as its page shows it.
 *
 * @param decidable whether the case waits for a decision that the caller's role takes
 * @param mayDecide whether this caller may take it: not after an own proposal
 * @param nextDecision {@code PROPOSE} or {@code APPROVE}
 */
record CasePage(
    String id,
    String organiser,
    String legalName,
    String registrationNumber,
    String country,
    String activity,
    String state,
    String tone,
    List<Step> steps,
    List<Document> documents,
    String documentCheck,
    List<Entry> history,
    boolean decidable,
    boolean mayDecide,
    String nextDecision,
    String nextLabel,
    String decisionHint) {

  record Step(String name, String tone) {}

  record Document(String id, String kind, String mediaType, long sizeBytes, String sha256) {}

  record Entry(
      String what, @Nullable String who, @Nullable String reason, String time, long position) {}

  static CasePage of(
      CaseDetailView view,
      List<ProcessStep> steps,
      Caller caller,
      Function<String, String> nameOfUser) {
    CaseView kybCase = view.kybCase();
    boolean proposed = kybCase.state() == CaseState.PROPOSED;
    boolean waits = proposed || kybCase.state() == CaseState.CHECKED;
    boolean own = proposed && isBy(kybCase.proposedBy(), caller);
    return new CasePage(
        kybCase.kybCase().value(),
        kybCase.organiser().value(),
        kybCase.business().legalName(),
        kybCase.business().registrationNumber(),
        kybCase.business().country(),
        kybCase.business().activity(),
        CaseWords.state(kybCase.state()),
        CaseWords.tone(kybCase.state()),
        steps.stream().map(CasePage::step).toList(),
        view.documents().stream().map(CasePage::document).toList(),
        documentCheck(kybCase),
        view.history().stream()
            .sorted(Comparator.comparingLong(HistoryView::position).reversed())
            .map(entry -> entry(entry, nameOfUser))
            .toList(),
        waits && caller.is(Role.OFFICER),
        !own,
        proposed ? "APPROVE" : "PROPOSE",
        proposed ? "Approve" : "Propose approval",
        hint(kybCase, own));
  }

  private static boolean isBy(@Nullable UserId officer, Caller caller) {
    return officer != null && officer.value().equals(caller.userId());
  }

  private static String hint(CaseView kybCase, boolean own) {
    return switch (kybCase.state()) {
      case OPEN -> "The applicant has not handed the case in yet.";
      case SUBMITTED -> "The stored documents are being compared with their hashes.";
      case DAMAGED -> "A stored document is damaged. The applicant must attach it again.";
      case CHECKED -> "Two officers must agree: the first proposes, the second approves.";
      case PROPOSED ->
          own
              ? "You proposed the approval, so another officer must approve."
              : "Another officer proposed the approval. Yours is the second pair of eyes.";
      case APPROVED -> "Approved: the organiser may sell and be paid.";
      case REJECTED -> "Rejected.";
    };
  }

  private static String documentCheck(CaseView kybCase) {
    Boolean intact = kybCase.documentsIntact();
    if (intact == null) {
      return "The stored documents are compared with these hashes once the case is handed in.";
    }
    return intact
        ? "The stored documents were compared with these hashes: all are intact."
        : "A stored document does not have its hash any more. Do not approve.";
  }

  private static Step step(ProcessStep step) {
    String tone =
        switch (step.state()) {
          case DONE -> "done";
          case CURRENT -> "current";
          case FUTURE, CANCELLED -> "future";
        };
    return new Step(step.name(), tone);
  }

  private static Document document(DocumentView view) {
    return new Document(
        view.document().value(),
        CaseWords.constant(view.kind()),
        view.mediaType(),
        view.sizeBytes(),
        view.sha256());
  }

  private static Entry entry(HistoryView view, Function<String, String> nameOfUser) {
    String who = view.who();
    return new Entry(
        CaseWords.event(view.what()),
        who == null ? null : nameOfUser.apply(who),
        view.reason(),
        CaseWords.time(view.time()),
        view.position());
  }
}
