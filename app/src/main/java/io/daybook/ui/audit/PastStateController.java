package io.daybook.ui.audit;

import io.daybook.audit.PastState;
import io.daybook.audit.PastStates;
import io.daybook.recorder.publication.LogBrowser;
import io.daybook.ui.Moment;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows how something stood after a record, or at a time. */
@Controller
class PastStateController {
  private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");
  private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7e]{1,255}");

  private final PastStates states;
  private final LogBrowser log;

  PastStateController(PastStates states, LogBrowser log) {
    this.states = states;
    this.log = log;
  }

  @GetMapping("/ui/journal/state")
  String state(
      @RequestParam(defaultValue = "") String of,
      @RequestParam(defaultValue = "") String at,
      Model model,
      HttpServletResponse response) {
    model.addAttribute("of", of.strip());
    model.addAttribute("at", at.strip());
    if (!of.isBlank()) {
      Optional<String> problem = answer(of.strip(), at.strip(), model);
      if (problem.isPresent()) {
        model.addAttribute("problem", problem.get());
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      }
    }
    return "ui/audit/state";
  }

  /** Puts the answer into the model, or returns why there is none. */
  private Optional<String> answer(String subject, String at, Model model) {
    long last = log.size() - 1;
    OptionalLong wanted = position(at, last);
    if (wanted.isEmpty()) {
      return Optional.of(
          "Say when: a record's number, or a time such as 2026-11-01T09:30, in UTC.");
    }
    long position = wanted.getAsLong();
    if (position < 0) {
      return Optional.of("The journal begins after that time.");
    }
    if (position > last) {
      return Optional.of("The journal's last record is " + last + ".");
    }
    if (!states.awaitReadModels(position)) {
      return Optional.of("The read models are not at that record yet. Try again in a moment.");
    }
    Optional<PastState> found =
        SUBJECT.matcher(subject).matches() ? states.find(subject, position) : Optional.empty();
    found.ifPresent(state -> model.addAttribute("page", page(state, position)));
    return found.isPresent()
        ? Optional.empty()
        : Optional.of("Up to record " + position + " there was nothing of that name.");
  }

  private OptionalLong position(String at, long last) {
    if (at.isEmpty()) {
      return OptionalLong.of(last);
    }
    if (POSITION.matcher(at).matches()) {
      return OptionalLong.of(Long.parseLong(at));
    }
    Optional<Instant> time = RecordSearch.time(at);
    return time.isPresent() ? OptionalLong.of(states.positionAt(time.get())) : OptionalLong.empty();
  }

  private StatePage page(PastState state, long position) {
    Moment time =
        log.record(position)
            .map(found -> Instant.ofEpochMilli(found.row().facts().timestampMillis()))
            .map(Moment::of)
            .orElse(null);
    return StatePage.of(state, position, time);
  }
}
