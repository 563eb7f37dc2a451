package io.daybook.projections.cases;

import io.daybook.kyb.casefile.DocumentKind;
import io.daybook.projections.shared.PersonalTexts;
import io.daybook.projections.shared.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What officers asked an applicant for last.
 *
 * @param documents the kinds to attach, again or for the first time
 * @param answerBy until when
 * @param answer absent if there is none
 */
public record RequestView(
    State state,
    String question,
    List<DocumentKind> documents,
    Instant answerBy,
    @Nullable String answer) {
  /** What became of a request. */
  public enum State {
    OPEN,
    ANSWERED,
    EXPIRED
  }

  /** Copies the list. */
  public RequestView {
    documents = List.copyOf(documents);
  }

  /** Returns the kinds as a column has them. */
  static String documents(List<DocumentKind> documents) {
    return documents.stream().map(DocumentKind::name).collect(Collectors.joining("\n"));
  }

  /** Returns this view, read as it is stored, with its texts as they read now. */
  RequestView opened(PersonalTexts texts, String kybCase) {
    return new RequestView(
        state,
        texts.open(question, CaseView.place(CaseView.QUESTION, kybCase)),
        documents,
        answerBy,
        answer == null ? null : texts.open(answer, CaseView.place(CaseView.ANSWER, kybCase)));
  }

  /** Returns the last request of a case, null if there was none. */
  static @Nullable RequestView of(Row row) throws SQLException {
    State state = row.valueOrNull("request_state", State::valueOf);
    return state == null
        ? null
        : new RequestView(
            state,
            row.text("request_question"),
            row.text("request_documents").lines().map(DocumentKind::valueOf).toList(),
            row.instant("request_answer_by"),
            row.textOrNull("request_answer"));
  }
}
