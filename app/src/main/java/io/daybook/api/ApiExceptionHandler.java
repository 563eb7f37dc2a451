package io.daybook.api;

import io.daybook.ledger.DomainError;
import io.daybook.ledger.book.RefusedBefore;
import io.daybook.projections.shared.InvalidCursorException;
import io.daybook.recorder.publication.RowsMissing;
import io.daybook.recorder.store.JournalUnavailable;
import io.daybook.recorder.store.OutcomeUnknown;
import io.daybook.reports.ReportTooLarge;
import io.daybook.security.Problems;
import jakarta.validation.ConstraintViolationException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns every failure of a REST request into one shape: an RFC 9457 problem with a code. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiExceptionHandler extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ApiExceptionHandler.class);

  private final JournalPositions positions;

  ApiExceptionHandler(JournalPositions positions) {
    this.positions = positions;
  }

  @ExceptionHandler
  ResponseEntity<Object> problem(ApiProblem problem) {
    return problem.status() == HttpStatus.NOT_FOUND && positions.areIncomplete()
        ? answer(JournalPositions.incomplete())
        : answer(problem);
  }

  private static ResponseEntity<Object> answer(ApiProblem problem) {
    ProblemDetail document = Problems.of(problem.status(), problem.code(), problem.getMessage());
    var headers = problemHeaders();
    var after = problem.retryAfter();
    if (after != null) {
      document.setProperty("retryable", true);
      headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, after.toSeconds())));
    }
    return new ResponseEntity<>(document, headers, problem.status());
  }

  @ExceptionHandler
  ResponseEntity<Object> refusal(CommandExecutionException refused) {
    return HandlerExecutionException.<Object>resolveDetails(refused)
        .filter(DomainError.class::isInstance)
        .map(DomainError.class::cast)
        .map(this::refusal)
        .orElseGet(() -> defect(refused));
  }

  @ExceptionHandler
  ResponseEntity<Object> unknown(AggregateNotFoundException unknown) {
    return answer(HttpStatus.NOT_FOUND, "not_found", "What the request is about does not exist.");
  }

  @ExceptionHandler
  ResponseEntity<Object> badCursor(InvalidCursorException bad) {
    return answer(
        HttpStatus.BAD_REQUEST,
        "invalid_cursor",
        "The cursor in 'after' is not one that this list gave out.");
  }

  @ExceptionHandler
  ResponseEntity<Object> tooLarge(ReportTooLarge large) {
    return answer(
        HttpStatus.UNPROCESSABLE_CONTENT, "report_too_large", String.valueOf(large.getMessage()));
  }

  /** The journal can't take events now; nothing was written, so the client may repeat. */
  @ExceptionHandler
  ResponseEntity<Object> unavailable(JournalUnavailable unavailable) {
    return answer(
        ApiProblem.retryable(
            HttpStatus.SERVICE_UNAVAILABLE,
            "journal_unavailable",
            "The journal takes no entries just now; repeat the request.",
            Duration.ofSeconds(1)));
  }

  /** Whether it was written is not known; a repeat with the same Idempotency-Key settles it. */
  @ExceptionHandler
  ResponseEntity<Object> unavailable(OutcomeUnknown unknown) {
    return answer(
        ApiProblem.retryable(
            HttpStatus.SERVICE_UNAVAILABLE,
            "outcome_unknown",
            "Whether this was written is not known; repeat it with the same Idempotency-Key.",
            Duration.ofSeconds(1)));
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    CannotCreateTransactionException.class,
    TransactionSystemException.class,
    TransientDataAccessException.class
  })
  ResponseEntity<Object> unavailable(RuntimeException databaseAway) {
    return answer(
        ApiProblem.retryable(
            HttpStatus.SERVICE_UNAVAILABLE,
            "database_unavailable",
            "The database is not to be reached just now; repeat the request.",
            Duration.ofSeconds(1)));
  }

  /** No repeat helps: what was removed is only in older exports. */
  @ExceptionHandler
  ResponseEntity<Object> damaged(RowsMissing damage) {
    LOG.error("The journal's tables were changed: {}", damage.getMessage());
    return answer(
        HttpStatus.SERVICE_UNAVAILABLE,
        "journal_damaged",
        "Records were removed from the journal's tables, so this can't be proved from them;"
            + " verify an export and compare it with an older one.");
  }

  @ExceptionHandler
  ResponseEntity<Object> malformed(InvalidParameterException query) {
    return answer(HttpStatus.BAD_REQUEST, "invalid_parameter", "The parameters could not be read.");
  }

  /** The firewall looks at headers and parameters when they are read, so it may speak late. */
  @ExceptionHandler
  ResponseEntity<Object> rejected(RequestRejectedException rejected) {
    return answer(
        HttpStatus.BAD_REQUEST, "bad_request", "A header or a parameter is not plain text.");
  }

  @ExceptionHandler
  ResponseEntity<Object> malformed(MultipartException upload) {
    return answer(
        HttpStatus.BAD_REQUEST, "malformed_body", "The body is no well-formed multipart upload.");
  }

  @ExceptionHandler
  ResponseEntity<Object> invalid(ConstraintViolationException invalid) {
    return answer(HttpStatus.UNPROCESSABLE_CONTENT, "invalid_request", invalid.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<Object> defect(Exception defect) {
    String trace = UUID.randomUUID().toString();
    LOG.error("Request failed, trace {}", trace, defect);
    return answer(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "internal_error",
        "Something went wrong on our side; it was recorded as " + trace + ".");
  }

  private ResponseEntity<Object> refusal(DomainError error) {
    HttpStatus status = status(error.kind());
    ProblemDetail document = Problems.of(status, error.code(), error.message());
    document.setProperty("retryable", error.isTransient());
    HttpHeaders headers = problemHeaders();
    if (error instanceof RefusedBefore) {
      headers.set(IdempotentWrites.REPLAYED, "true");
    }
    return new ResponseEntity<>(document, headers, status);
  }

  static HttpStatus status(DomainError.Kind kind) {
    return switch (kind) {
      case CONFLICT -> HttpStatus.CONFLICT;
      case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
      case NOT_FOUND -> HttpStatus.NOT_FOUND;
    };
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
      if (cause instanceof BodyTooLargeException tooLarge) {
        return answer(HttpStatus.CONTENT_TOO_LARGE, "body_too_large", tooLarge.getMessage());
      }
    }
    return answer(
        HttpStatus.BAD_REQUEST, "malformed_body", explain(unreadable.getMostSpecificCause()));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException mismatch,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    Class<?> type = mismatch.getRequiredType();
    String expected =
        type != null && type.isEnum()
            ? "one of " + List.of(type.getEnumConstants())
            : "what is expected of it";
    return answer(
        HttpStatus.BAD_REQUEST,
        "bad_request",
        "The parameter '" + mismatch.getPropertyName() + "' is not " + expected + ".");
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ProblemDetail document =
        Problems.of(
            HttpStatus.UNPROCESSABLE_CONTENT, "invalid_request", "Some fields are not valid.");
    document.setProperty(
        "errors",
        invalid.getBindingResult().getFieldErrors().stream()
            .map(ApiExceptionHandler::fieldError)
            .toList());
    return new ResponseEntity<>(document, problemHeaders(), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception exception,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    HttpStatus known = HttpStatus.valueOf(status.value());
    String code = ProblemCodes.of(known);
    String detail = null;
    // Spring passes no body for the problems that the recorder's resources throw.
    Object given =
        body == null && exception instanceof ErrorResponseException own ? own.getBody() : body;
    if (given instanceof ProblemDetail problem) {
      detail = problem.getDetail();
      Map<String, Object> properties = problem.getProperties();
      code = properties == null ? code : properties.getOrDefault("code", code).toString();
    }
    var allHeaders = problemHeaders();
    allHeaders.addAll(headers);
    allHeaders.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    return new ResponseEntity<>(Problems.of(known, code, detail), allHeaders, status);
  }

  private static Map<String, String> fieldError(FieldError error) {
    String message = error.getDefaultMessage();
    return Map.of("field", error.getField(), "message", message == null ? "not valid" : message);
  }

  /** Says what is wrong with a body without naming our classes. */
  private static String explain(Throwable cause) {
    return switch (cause) {
      case UnrecognizedPropertyException unknown ->
          "Unknown field '" + unknown.getPropertyName() + "'.";
      case MismatchedInputException mismatch -> {
        String path =
            String.join(
                ".",
                mismatch.getPath().stream()
                    .map(part -> part.getPropertyName())
                    .map(name -> name == null ? "[]" : name)
                    .toList());
        yield path.isEmpty()
            ? "The body is missing or is not the JSON object that is expected."
            : "The field '" + path + "' is missing or has a value of the wrong type.";
      }
      case StreamConstraintsException tooMuch -> "The JSON is nested too deeply or too long.";
      case InputCoercionException _ -> "A number is larger or smaller than any that is expected.";
      case StreamReadException broken when broken.getOriginalMessage().startsWith("Duplicate") ->
          "A field is given twice, at " + place(broken) + ".";
      case StreamReadException broken -> "The body is not valid JSON, at " + place(broken) + ".";
      case InvalidTextException text -> text.getOriginalMessage();
      default -> "The body could not be read as JSON.";
    };
  }

  private static String place(StreamReadException broken) {
    TokenStreamLocation place = broken.getLocation();
    return "line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
  }

  private static ResponseEntity<Object> answer(
      HttpStatus status, String code, @Nullable String detail) {
    return new ResponseEntity<>(Problems.of(status, code, detail), problemHeaders(), status);
  }

  private static HttpHeaders problemHeaders() {
    var headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    headers.put(HttpHeaders.CACHE_CONTROL, List.of("no-store"));
    return headers;
  }
}
