package io.daybook.ui;

import io.daybook.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The officers' queue. */
@Controller
class QueueController {
  private final Queues queues;

  QueueController(Queues queues) {
    this.queues = queues;
  }

  /**
   * Shows the queue; asked again by htmx, only its lists, and nothing at all if they still are as
   * the caller has {@code seen} them.
   */
  @GetMapping("/ui/cases")
  Object show(
      @RequestParam(required = false) @Nullable String seen,
      @RequestHeader(name = Htmx.REQUEST, defaultValue = "false") boolean partial,
      Model model) {
    QueuePage page = queues.page(Caller.current());
    if (partial && page.version().equals(seen)) {
      return new ResponseEntity<>(HttpStatus.NO_CONTENT);
    }
    model.addAttribute("page", page);
    return partial ? "ui/cases :: queue" : "ui/cases";
  }
}
