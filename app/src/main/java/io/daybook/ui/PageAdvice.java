package io.daybook.ui;

import io.daybook.chain.ChainMonitor;
import io.daybook.recorder.publication.RowsMissing;
import io.daybook.recorder.store.JournalUnavailable;
import io.daybook.recorder.store.OutcomeUnknown;
import io.daybook.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What all pages share: who is signed in, and a page for every failure. */
@ControllerAdvice(basePackageClasses = PageAdvice.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageAdvice {
  private static final Logger LOG = LoggerFactory.getLogger(PageAdvice.class);

  private final ChainMonitor chain;

  PageAdvice(ChainMonitor chain) {
    this.chain = chain;
  }

  /** What officers and auditors are told of the chain on every page, unless all is well. */
  @ModelAttribute("chainWarning")
  @Nullable String chainWarning() {
    return Caller.find()
        .map(PageCaller::of)
        .filter(PageCaller::casesVisible)
        .flatMap(_ -> chain.warning())
        .orElse(null);
  }

  @ModelAttribute("caller")
  @Nullable PageCaller caller() {
    return Caller.find().map(PageCaller::of).orElse(null);
  }

  @ExceptionHandler
  ModelAndView failed(Exception failure, HttpServletRequest request) {
    int status = status(failure);
    String trace = "";
    if (status == ErrorPage.DEFECT) {
      trace = UUID.randomUUID().toString();
      LOG.error("Page {} failed, trace {}", request.getRequestURI(), trace, failure);
    }
    return ErrorPage.of(status, trace).view();
  }

  @ExceptionHandler
  ModelAndView damaged(RowsMissing damage) {
    LOG.error("The journal's tables were changed: {}", damage.getMessage());
    return ErrorPage.damaged().view();
  }

  private static int status(Exception failure) {
    return switch (failure) {
      case ErrorResponse known -> known.getStatusCode().value();
      case TypeMismatchException _ -> 400;
      case JournalUnavailable _,
          OutcomeUnknown _,
          DataAccessResourceFailureException _,
          CannotCreateTransactionException _,
          TransactionSystemException _,
          TransientDataAccessException _ ->
          503;
      default -> ErrorPage.DEFECT;
    };
  }
}
