package io.daybook.ui;

import io.daybook.security.Caller;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page that says why there is no other.
 *
 * @param trace what the log calls this failure; empty if the log has nothing to tell
 */
record ErrorPage(int status, String title, String text, String trace) {
  static final int DEFECT = 500;

  static ErrorPage of(int status, String trace) {
    return switch (status) {
      case 400 ->
          new ErrorPage(
              status,
              "This request is not complete",
              "Something that the page needs is missing or is not what it expects. Nothing was"
                  + " recorded.",
              trace);
      case 403 ->
          new ErrorPage(
              status, "This page is not for you", "Your role does not include it.", trace);
      case 404 ->
          new ErrorPage(
              status,
              "There is no such page",
              "The address may be mistyped, or what it named never existed.",
              trace);
      case 405 ->
          new ErrorPage(
              status, "That can't be done here", "The page does not take such requests.", trace);
      case 410 ->
          new ErrorPage(
              status,
              "The document is gone",
              "The case names it, but its content is not stored any more.",
              trace);
      case 503 ->
          new ErrorPage(
              status,
              "Not available just now",
              "Daybook can't reach its journal. Wait a moment, then look at the case's timeline"
                  + " before you try again: your last step may have been recorded.",
              trace);
      default ->
          status < DEFECT
              ? new ErrorPage(status, "That did not work", "The request was refused.", trace)
              : new ErrorPage(
                  status,
                  "Something went wrong on our side",
                  "It is in the log. What the journal holds is safe.",
                  trace);
    };
  }

  /** Records that a signed checkpoint covers are not in the database any more. */
  static ErrorPage damaged() {
    return new ErrorPage(
        503,
        "The journal is damaged",
        "Records were removed from the journal's tables, so this can't be proved from them. Verify"
            + " the journal now, and compare it with an older export.",
        "");
  }

  ModelAndView view() {
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("page", this);
    model.put("caller", Caller.find().map(PageCaller::of).orElse(null));
    return new ModelAndView("ui/error", model, HttpStatusCode.valueOf(status));
  }
}
