package io.daybook.ui;

import io.daybook.kyb.casefile.DocumentKind;
import io.daybook.projections.cases.CaseState;
import io.daybook.projections.cases.CaseView;
import io.daybook.projections.cases.RequestView;
import io.daybook.security.Caller;
import io.daybook.security.Role;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What officers ask an applicant, as the case's page shows it.
 *
 * @param status what became of the last request; empty if there was none
 * @param answer empty if there is none
 * @param isOpen whether an answer is awaited
 * @param kinds what may be asked for; none: the caller can't ask now
 */
record RequestPart(
    String status, String question, String answer, boolean isOpen, List<Kind> kinds) {
  /** A kind of documents. */
  record Kind(String value, String label) {}

  /** Returns the part of a case; null if nothing was asked and the caller can't ask. */
  static @Nullable RequestPart of(CaseView kybCase) {
    Caller caller = Caller.current();
    boolean mayAsk =
        kybCase.state() == CaseState.CHECKED
            && caller.is(Role.OFFICER)
            && !kybCase.applicant().value().equals(caller.userId());
    List<Kind> kinds =
        mayAsk
            ? Arrays.stream(DocumentKind.values())
                .map(kind -> new Kind(kind.name(), CaseWords.constant(kind)))
                .toList()
            : List.of();
    RequestView request = kybCase.request();
    if (request == null) {
      return mayAsk ? new RequestPart("", "", "", false, kinds) : null;
    }
    String answer = request.answer();
    return new RequestPart(
        status(request),
        request.question(),
        answer == null ? "" : answer,
        request.state() == RequestView.State.OPEN,
        kinds);
  }

  private static String status(RequestView request) {
    String documents =
        request.documents().isEmpty()
            ? ""
            : " Asked for: "
                + request.documents().stream()
                    .map(CaseWords::constant)
                    .collect(Collectors.joining(", "))
                + ".";
    String until = Moment.toTheMinute(request.answerBy()).text();
    return switch (request.state()) {
      case OPEN -> "The applicant has until " + until + " to answer." + documents;
      case ANSWERED -> "The applicant answered." + documents;
      case EXPIRED -> "The applicant did not answer until " + until + "." + documents;
    };
  }
}
