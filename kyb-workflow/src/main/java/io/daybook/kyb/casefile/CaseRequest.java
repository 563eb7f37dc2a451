package io.daybook.kyb.casefile;

import io.daybook.kyb.casefile.KybCommand.AnswerRequest;
import io.daybook.kyb.casefile.KybCommand.ExpireRequest;
import io.daybook.kyb.casefile.KybCommand.RequestInformation;
import io.daybook.kyb.casefile.KybError.DocumentsMissing;
import io.daybook.kyb.casefile.KybError.RequestNotOpen;
import io.daybook.kyb.casefile.KybError.RequestOpen;
import io.daybook.kyb.casefile.KybEvent.DocumentAttached;
import io.daybook.kyb.casefile.KybEvent.InformationProvided;
import io.daybook.kyb.casefile.KybEvent.InformationRequested;
import io.daybook.kyb.casefile.KybEvent.RequestExpired;
import io.daybook.ledger.CommandRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What officers asked the applicant of one case for, one request at a time. */
final class CaseRequest {
  private @Nullable InformationRequested asked;
  private boolean isOpen;
  private @Nullable InformationProvided answered;

  /** The kinds of documents that were attached since. */
  private final List<DocumentKind> attached = new ArrayList<>();

  /** Returns what happens when an officer asks; nothing if that was asked before. */
  Optional<InformationRequested> ask(RequestInformation command) {
    ContentRules.checkText("question", command.question());
    var request =
        new InformationRequested(
            command.kybCase(),
            command.officer(),
            command.question(),
            command.documents(),
            command.answerBy());
    return request.equals(asked) ? Optional.empty() : Optional.of(request);
  }

  /** Returns what happens when the applicant answers; nothing if it is the answer of before. */
  Optional<InformationProvided> answer(AnswerRequest command) {
    ContentRules.checkText("answer", command.answer());
    var answer = new InformationProvided(command.kybCase(), command.answer());
    if (!isOpen) {
      if (answer.equals(answered)) {
        return Optional.empty();
      }
      throw new CommandRefused(new RequestNotOpen(command.kybCase()));
    }
    List<DocumentKind> missing = new ArrayList<>(request().documents());
    missing.removeAll(attached);
    if (!missing.isEmpty()) {
      throw new CommandRefused(new DocumentsMissing(missing));
    }
    return Optional.of(answer);
  }

  /** Returns what happens when the time to answer is over; nothing if it was answered. */
  Optional<RequestExpired> expire(ExpireRequest command) {
    return isOpen && request().answerBy().equals(command.answerBy())
        ? Optional.of(new RequestExpired(command.kybCase(), command.answerBy()))
        : Optional.empty();
  }

  /**
   * Checks that nothing is asked for.
   *
   * @throws CommandRefused if something is: it is to be answered
   */
  void requireNone(KybCaseId kybCase) {
    if (isOpen) {
      throw new CommandRefused(new RequestOpen(kybCase));
    }
  }

  /** Follows what happened to the case; most events say nothing about requests. */
  void on(KybEvent event) {
    if (event instanceof InformationRequested requested) {
      asked = requested;
      answered = null;
      isOpen = true;
      attached.clear();
    } else if (event instanceof DocumentAttached document) {
      attached.add(document.kind());
    } else if (event instanceof InformationProvided provided) {
      answered = provided;
      isOpen = false;
    } else if (event instanceof RequestExpired) {
      isOpen = false;
    }
  }

  private InformationRequested request() {
    if (asked == null) {
      throw new IllegalStateException("an open request was asked");
    }
    return asked;
  }
}
