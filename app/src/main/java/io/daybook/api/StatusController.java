package io.daybook.api;

import io.daybook.projections.audit.Activities;
import io.daybook.projections.audit.ActivityFilter;
import io.daybook.projections.audit.ActivityView;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shared.ProjectionPositions;
import io.daybook.projections.shared.ProjectionRebuilds;
import io.daybook.projections.shared.ProjectionStatus;
import io.daybook.projections.shared.ReadModelChecksum;
import io.daybook.projections.shared.ReadModelChecksums;
import io.daybook.projections.shared.RebuildRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
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
  private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

  private final ProjectionPositions positions;
  private final ProjectionRebuilds rebuilds;
  private final ReadModelChecksums checksums;
  private final Activities activities;

  StatusController(
      ProjectionPositions positions,
      ProjectionRebuilds rebuilds,
      ReadModelChecksums checksums,
      Activities activities) {
    this.positions = positions;
    this.rebuilds = rebuilds;
    this.checksums = checksums;
    this.activities = activities;
  }

  record ProjectionList(List<ProjectionStatus> data) {}

  @GetMapping("/status/projections")
  ProjectionList projections() {
    return new ProjectionList(positions.findAll());
  }

  record ChecksumList(List<ReadModelChecksum> data) {}

  /** Reads every row of every read model, so that two databases can be compared. */
  @GetMapping("/status/checksums")
  ChecksumList checksums() {
    return new ChecksumList(checksums.findAll());
  }

  /** Empties one read model and reads the journal from its start. */
  @PostMapping("/status/projections/{projection}:rebuild")
  ResponseEntity<ProjectionStatus> rebuild(@PathVariable String projection) {
    if (positions.find(projection).isEmpty()) {
      throw ApiProblem.notFound("projection");
    }
    begin(List.of(projection));
    return ResponseEntity.accepted().body(positions.find(projection).orElseThrow());
  }

  /** Empties all read models and reads the journal once for all of them. */
  @PostMapping("/status/projections:rebuild")
  ResponseEntity<ProjectionList> rebuildAll() {
    begin(ProjectionNames.ALL);
    return ResponseEntity.accepted().body(projections());
  }

  private void begin(List<String> names) {
    try {
      rebuilds.rebuild(names);
    } catch (RebuildRefused e) {
      throw problem(e.reason());
    }
  }

  private static ApiProblem problem(RebuildRefused.Reason reason) {
    return switch (reason) {
      case UNDER_WAY ->
          ApiProblem.retryable(
              HttpStatus.CONFLICT,
              "rebuild_under_way",
              "A rebuild is under way; there is one at a time.",
              RETRY_AFTER);
      case FOLLOWED_ELSEWHERE ->
          ApiProblem.retryable(
              HttpStatus.CONFLICT,
              "rebuild_followed_elsewhere",
              "Another process keeps this read model; ask that one.",
              RETRY_AFTER);
      case TABLES_IN_USE ->
          ApiProblem.retryable(
              HttpStatus.CONFLICT,
              "rebuild_tables_in_use",
              "A table is being read for long, perhaps by a dump; try again after it.",
              RETRY_AFTER);
    };
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
