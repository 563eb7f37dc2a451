package io.daybook.ui;

import io.daybook.kyb.workflow.ProcessStep;
import io.daybook.projections.cases.CaseDetailView;
import io.daybook.projections.cases.CaseView;
import io.daybook.projections.cases.DocumentView;
import io.daybook.projections.cases.HistoryView;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One KYB case as its page shows it.
 *
 * @param due when officers must have decided, such as "in 3 h"; empty if none is awaited
 * @param request null if there is nothing that was asked, or can be
 * @param risk null before the case was submitted
 * @param position the journal position of the case's last event
 */
record CasePage(
    String id,
    Facts facts,
    String state,
    String tone,
    String due,
    List<Step> steps,
    List<Document> documents,
    Check check,
    ScreeningPart screening,
    @Nullable RiskPart risk,
    @Nullable RequestPart request,
    OwnershipPart ownership,
    DecisionPanel panel,
    List<Entry> history,
    long position) {

  record Facts(
      String legalName,
      String registrationNumber,
      String country,
      String activity,
      String organiser,
      String opened) {}

  /**
   * A step of the process.
   *
   * @param tone its colour class
   * @param state the same in words
   */
  record Step(String name, String tone, String state) {}

  record Document(String id, String kind, String mediaType, String size, String sha256) {}

  /** What the comparison of the documents with their hashes found. */
  record Check(String text, String tone) {}

  record Entry(
      String what,
      String tone,
      @Nullable String who,
      @Nullable String reason,
      Moment time,
      long position) {}

  static CasePage of(
      CaseDetailView view,
      List<ProcessStep> steps,
      String due,
      ScreeningPart screening,
      @Nullable RiskPart risk,
      OwnershipPart ownership,
      DecisionPanel panel,
      Function<String, String> nameOfUser) {
    CaseView kybCase = view.kybCase();
    return new CasePage(
        kybCase.kybCase().value(),
        facts(kybCase),
        CaseWords.state(kybCase),
        CaseWords.tone(kybCase),
        due,
        steps.stream().map(CasePage::step).toList(),
        view.documents().stream().map(CasePage::document).toList(),
        check(kybCase.documentsIntact()),
        screening,
        risk,
        RequestPart.of(kybCase),
        ownership,
        panel,
        view.history().stream()
            .sorted(Comparator.comparingLong(HistoryView::position).reversed())
            .map(entry -> entry(entry, nameOfUser))
            .toList(),
        kybCase.position());
  }

  private static Facts facts(CaseView kybCase) {
    return new Facts(
        kybCase.business().legalName(),
        kybCase.business().registrationNumber(),
        CaseWords.country(kybCase.business().country()),
        kybCase.business().activity(),
        kybCase.organiser().value(),
        Moment.of(kybCase.openedAt()).text());
  }

  private static Step step(ProcessStep step) {
    return switch (step.state()) {
      case DONE -> new Step(step.name(), "done", "done");
      case CURRENT -> new Step(step.name(), "current", "the case is here");
      case FUTURE -> new Step(step.name(), "future", "to come");
      case CANCELLED -> new Step(step.name(), "cancelled", "cancelled");
    };
  }

  private static Check check(@Nullable Boolean intact) {
    if (intact == null) {
      return new Check("Compared with their hashes once the case is handed in.", "idle");
    }
    return intact
        ? new Check("All stored documents have the hashes that are in the journal.", "good")
        : new Check("A stored document lost its hash. Do not approve.", "bad");
  }

  private static Document document(DocumentView view) {
    return new Document(
        view.document().value(),
        CaseWords.constant(view.kind()),
        view.mediaType(),
        size(view.sizeBytes()),
        view.sha256());
  }

  private static String size(long bytes) {
    return bytes < 1024 ? bytes + " bytes" : String.format(Locale.ROOT, "%.1f kB", bytes / 1024.0);
  }

  private static Entry entry(HistoryView view, Function<String, String> nameOfUser) {
    String who = view.who();
    return new Entry(
        CaseWords.event(view.what()),
        CaseWords.eventTone(view.what()),
        who == null ? null : nameOfUser.apply(who),
        view.reason(),
        Moment.of(view.time()),
        view.position());
  }
}
