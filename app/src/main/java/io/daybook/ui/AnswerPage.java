package io.daybook.ui;

import io.daybook.projections.cases.CaseView;
import io.daybook.projections.cases.RequestView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an applicant was asked, as the page shows it that answers.
 *
 * @param question empty if nothing was asked
 * @param until when the time to answer is over
 * @param isOpen whether an answer is awaited
 * @param kinds the documents to attach
 */
record AnswerPage(
    String id,
    String legalName,
    String state,
    String question,
    String until,
    boolean isOpen,
    String answer,
    List<RequestPart.Kind> kinds) {
  static AnswerPage of(CaseView kybCase) {
    RequestView request = kybCase.request();
    return new AnswerPage(
        kybCase.kybCase().value(),
        kybCase.business().legalName(),
        CaseWords.state(kybCase.state()),
        request == null ? "" : request.question(),
        request == null ? "" : Moment.toTheMinute(request.answerBy()).text(),
        kybCase.openRequest().isPresent(),
        request == null ? "" : answer(request.answer()),
        kybCase.openRequest().map(RequestView::documents).orElse(List.of()).stream()
            .map(kind -> new RequestPart.Kind(kind.name(), CaseWords.constant(kind)))
            .toList());
  }

  private static String answer(@Nullable String answer) {
    return answer == null ? "" : answer;
  }
}
