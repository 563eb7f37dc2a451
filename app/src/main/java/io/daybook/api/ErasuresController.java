package io.daybook.api;

import io.daybook.ledger.UserId;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.retention.ErasureId;
import io.daybook.retention.ErasureScope;
import io.daybook.retention.ErasureView;
import io.daybook.retention.LegalBasis;
import io.daybook.retention.RetentionCommand;
import io.daybook.retention.RetentionCommand.ApproveErasure;
import io.daybook.retention.RetentionCommand.ProposeErasure;
import io.daybook.retention.RetentionCommand.WithdrawErasure;
import io.daybook.retention.RetentionQueries;
import io.daybook.retention.RetentionSchedule;
import io.daybook.retention.SubjectId;
import io.daybook.security.Caller;
import io.daybook.security.personal.DataClass;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Forgetting a person: one officer proposes, another approves, the rest happens by itself. */
@RestController
@RequestMapping(path = "/api/v1/compliance", produces = MediaType.APPLICATION_JSON_VALUE)
class ErasuresController {
  private final Commands commands;
  private final IdempotentWrites writes;
  private final RetentionQueries queries;
  private final RetentionSchedule schedule;

  ErasuresController(
      Commands commands,
      IdempotentWrites writes,
      RetentionQueries queries,
      RetentionSchedule schedule) {
    this.commands = commands;
    this.writes = writes;
    this.queries = queries;
    this.schedule = schedule;
  }

  record ErasureRequest(
      @NotEmpty @Size(max = 3) List<@NotNull DataClass> classes,
      @NotNull ErasureScope.Level level,
      @NotNull LegalBasis basis) {}

  record ErasureBody(ErasureId id, UserId person, String state) {}

  @PostMapping("/subjects/{user}/erasures")
  ResponseEntity<String> propose(
      @PathVariable String user, @Valid @RequestBody ErasureRequest body, WriteKey key) {
    UserId person = known(user);
    return writes.run(
        key,
        body,
        () -> {
          requireNoRunningCase(person, body);
          var erasure = new ErasureId(key.id("ers"));
          var scope = new ErasureScope(body.level(), body.classes());
          long position =
              commands.send(
                  new ProposeErasure(
                      SubjectId.of(person), person, erasure, scope, body.basis(), officer()));
          return Written.created(
              "/api/v1/compliance/erasures/" + erasure,
              position,
              new ErasureBody(erasure, person, "PROPOSED"));
        });
  }

  /** A wish alone does not end what the law wants kept: GDPR, article 17 (3) (b). */
  private void requireNoRunningCase(UserId person, ErasureRequest body) {
    if (body.basis() == LegalBasis.REQUEST_OF_PERSON && body.classes().contains(DataClass.KYB)) {
      schedule
          .runningCase(person)
          .ifPresent(running -> {
            throw ApiProblem.of(
                HttpStatus.CONFLICT,
                "retention_runs",
                "Case "
                    + running
                    + " must still be kept; a person's request does not change that.");
          });
    }
  }

  @PostMapping("/subjects/{user}/erasures/{erasure}:approve")
  ResponseEntity<String> approve(
      @PathVariable String user, @PathVariable String erasure, WriteKey key) {
    UserId person = known(user);
    ErasureId id = id(erasure);
    var command = new ApproveErasure(SubjectId.of(person), id, officer());
    return act(key, command, new ErasureBody(id, person, "APPROVED"));
  }

  @PostMapping("/subjects/{user}/erasures/{erasure}:withdraw")
  ResponseEntity<String> withdraw(
      @PathVariable String user, @PathVariable String erasure, WriteKey key) {
    UserId person = known(user);
    ErasureId id = id(erasure);
    var command = new WithdrawErasure(SubjectId.of(person), id, officer());
    return act(key, command, new ErasureBody(id, person, "WITHDRAWN"));
  }

  private ResponseEntity<String> act(WriteKey key, RetentionCommand command, ErasureBody body) {
    return writes.run(
        key,
        command,
        () -> {
          long position = commands.send(command);
          return Written.accepted("/api/v1/compliance/erasures/" + body.id(), position, body);
        });
  }

  @GetMapping("/erasures")
  Page<ErasureView> erasures(PageRequest page) {
    return queries.erasures(page);
  }

  @GetMapping("/erasures/{erasure}")
  ErasureView erasure(@PathVariable String erasure) {
    return queries.findErasure(id(erasure)).orElseThrow(() -> ApiProblem.notFound("erasure"));
  }

  private UserId known(String user) {
    UserId person = PathId.of(UserId::new, user, "user");
    if (!queries.isKnown(person)) {
      throw ApiProblem.notFound("user");
    }
    return person;
  }

  private static ErasureId id(String erasure) {
    return PathId.of(ErasureId::new, erasure, "erasure");
  }

  private static UserId officer() {
    return new UserId(Caller.current().userId());
  }
}
