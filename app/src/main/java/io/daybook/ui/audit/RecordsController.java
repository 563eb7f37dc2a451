package io.daybook.ui.audit;

import io.daybook.projections.audit.Activities;
import io.daybook.projections.audit.ActivityView;
import io.daybook.projections.shared.InvalidCursorException;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shared.ProjectionPositions;
import io.daybook.recorder.publication.LogBrowser;
import io.daybook.ui.Moment;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Searches the journal, and shows single records. */
@Controller
@RequestMapping("/ui/journal")
class RecordsController {
  private static final int ROWS = 50;

  private final Activities activities;
  private final ProjectionPositions positions;
  private final LogBrowser log;
  private final RecordPages pages;

  RecordsController(
      Activities activities, ProjectionPositions positions, LogBrowser log, RecordPages pages) {
    this.activities = activities;
    this.positions = positions;
    this.log = log;
    this.pages = pages;
  }

  /** One record in the list. */
  record Row(
      long position, String type, @Nullable String aggregate, @Nullable String actor, Moment time) {
    static Row of(ActivityView view) {
      return new Row(
          view.position(),
          view.eventType(),
          view.aggregateId(),
          view.actor(),
          Moment.of(view.time()));
    }
  }

  /**
   * What was found.
   *
   * @param next the cursor of the page after this one; absent on the last
   * @param size how many records the journal has
   * @param listed how many of them the search knows already
   */
  record Found(List<Row> rows, @Nullable String next, long size, long listed) {}

  @GetMapping
  String search(RecordSearch search, Model model, HttpServletResponse response) {
    model.addAttribute("search", search);
    List<String> problems = search.problems();
    model.addAttribute("problems", problems);
    if (problems.isEmpty()) {
      model.addAttribute("found", find(search));
    } else {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }
    return "ui/audit/records";
  }

  private Found find(RecordSearch search) {
    try {
      long listed = positions.position(ProjectionNames.AUDIT) + 1;
      Page<ActivityView> page =
          activities.find(search.filter(), new PageRequest(ROWS, search.cursor()));
      return new Found(
          page.data().stream().map(Row::of).toList(),
          page.next(),
          Math.max(listed, log.size()),
          listed);
    } catch (InvalidCursorException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, e);
    }
  }

  @GetMapping("/records/{position}")
  String record(@PathVariable long position, Model model) {
    model.addAttribute(
        "page",
        pages.find(position).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    return "ui/audit/record";
  }
}
