package io.daybook.api;

import io.daybook.ledger.UserId;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.retention.LegalHoldId;
import io.daybook.retention.LegalHoldView;
import io.daybook.retention.RetentionCommand;
import io.daybook.retention.RetentionCommand.ApproveLegalHold;
import io.daybook.retention.RetentionCommand.ProposeLegalHold;
import io.daybook.retention.RetentionCommand.ProposeRelease;
import io.daybook.retention.RetentionCommand.WithdrawLegalHold;
import io.daybook.retention.RetentionQueries;
import io.daybook.retention.SubjectId;
import io.daybook.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Legal holds: two officers begin one, and two officers end it. */
@RestController
@RequestMapping(path = "/api/v1/compliance", produces = MediaType.APPLICATION_JSON_VALUE)
class LegalHoldsController {
  private static final String ONE = "/subjects/{user}/legal-holds/{legalHold}";

  private final Commands commands;
  private final IdempotentWrites writes;
  private final RetentionQueries queries;

  LegalHoldsController(Commands commands, IdempotentWrites writes, RetentionQueries queries) {
    this.commands = commands;
    this.writes = writes;
    this.queries = queries;
  }

  /**
   * @param reference the file number of the proceedings
   */
  record LegalHoldRequest(@NotNull String reference) {}

  record LegalHoldBody(LegalHoldId id, UserId person) {}

  @PostMapping("/subjects/{user}/legal-holds")
  ResponseEntity<String> propose(
      @PathVariable String user, @Valid @RequestBody LegalHoldRequest body, WriteKey key) {
    UserId person = known(user);
    return writes.run(
        key,
        body,
        () -> {
          var hold = new LegalHoldId(key.id("lgh"));
          long position =
              commands.send(
                  new ProposeLegalHold(
                      SubjectId.of(person), person, hold, body.reference(), officer()));
          return Written.created(
              "/api/v1/compliance/legal-holds", position, new LegalHoldBody(hold, person));
        });
  }

  /** Agrees to what another officer proposed: that the hold begins, or that it ends. */
  @PostMapping(ONE + ":approve")
  ResponseEntity<String> approve(
      @PathVariable String user, @PathVariable String legalHold, WriteKey key) {
    UserId person = known(user);
    LegalHoldId hold = id(legalHold);
    return act(key, new ApproveLegalHold(SubjectId.of(person), hold, officer()), hold, person);
  }

  @PostMapping(ONE + ":release")
  ResponseEntity<String> release(
      @PathVariable String user, @PathVariable String legalHold, WriteKey key) {
    UserId person = known(user);
    LegalHoldId hold = id(legalHold);
    return act(key, new ProposeRelease(SubjectId.of(person), hold, officer()), hold, person);
  }

  @PostMapping(ONE + ":withdraw")
  ResponseEntity<String> withdraw(
      @PathVariable String user, @PathVariable String legalHold, WriteKey key) {
    UserId person = known(user);
    LegalHoldId hold = id(legalHold);
    return act(key, new WithdrawLegalHold(SubjectId.of(person), hold, officer()), hold, person);
  }

  private ResponseEntity<String> act(
      WriteKey key, RetentionCommand command, LegalHoldId hold, UserId person) {
    return writes.run(
        key,
        command,
        () -> {
          long position = commands.send(command);
          return Written.accepted(
              "/api/v1/compliance/legal-holds", position, new LegalHoldBody(hold, person));
        });
  }

  @GetMapping("/legal-holds")
  Page<LegalHoldView> holds(PageRequest page) {
    return queries.holds(page);
  }

  private UserId known(String user) {
    UserId person = PathId.of(UserId::new, user, "user");
    if (!queries.isKnown(person)) {
      throw ApiProblem.notFound("user");
    }
    return person;
  }

  private static LegalHoldId id(String hold) {
    return PathId.of(LegalHoldId::new, hold, "legal hold");
  }

  private static UserId officer() {
    return new UserId(Caller.current().userId());
  }
}
