package io.daybook.api;

import io.daybook.projections.audit.Activities;
import io.daybook.projections.audit.ActivityFilter;
import io.daybook.projections.audit.ActivityView;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shared.ProjectionPositions;
import io.daybook.projections.shared.ProjectionRebuilds;
import io.daybook.projections.shared.ProjectionStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How far the read models are, and what happened in the journal. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class StatusController {
  private final ProjectionPositions positions;
  private final ProjectionRebuilds rebuilds;
  private final Activities activities;

  StatusController(
      ProjectionPositions positions, ProjectionRebuilds rebuilds, Activities activities) {
    this.positions = positions;
    this.rebuilds = rebuilds;
    this.activities = activities;
  }

  record ProjectionList(List<ProjectionStatus> data) {}

  @GetMapping("/status/projections")
  ProjectionList projections() {
    return new ProjectionList(positions.findAll());
  }

  /** Empties one read model and reads the journal from its start. */
  @PostMapping("/status/projections/{projection}:rebuild")
  ResponseEntity<ProjectionStatus> rebuild(@PathVariable String projection) {
    if (positions.find(projection).isEmpty()) {
      throw ApiProblem.notFound("projection");
    }
    rebuilds.rebuild(projection);
    return ResponseEntity.accepted().body(positions.find(projection).orElseThrow());
  }

  @GetMapping("/audit/activity")
  Page<ActivityView> activity(
      @RequestParam(required = false) @Nullable String aggregate,
      @RequestParam(required = false) @Nullable String actor,
      @RequestParam(required = false) @Nullable String type,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
          @Nullable Instant from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
          @Nullable Instant until,
      PageRequest page) {
    return activities.find(new ActivityFilter(aggregate, actor, type, from, until), page);
  }
}
