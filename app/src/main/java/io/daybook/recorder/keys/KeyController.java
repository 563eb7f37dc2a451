package io.daybook.recorder.keys;

import io.daybook.journal.MalformedException;
import io.daybook.journal.checkpoint.SignatureAlgorithm;
import io.daybook.journal.keys.KeyStatement;
import io.daybook.journal.keys.KeyUse;
import io.daybook.journal.keys.KnownKey;
import io.daybook.recorder.keys.KeyProposals.Proposal;
import io.daybook.security.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The log's keys for administrators: one proposes a change, another one approves it. */
@RestController
@RequestMapping(path = "/api/v1/admin", produces = MediaType.APPLICATION_JSON_VALUE)
class KeyController {
  private final KeyRecords records;
  private final KeyChanges changes;

  KeyController(KeyRecords records, KeyChanges changes) {
    this.records = records;
    this.changes = changes;
  }

  /** All keys, and the proposals of the last week. */
  record Overview(List<Key> keys, List<ProposalBody> proposals) {}

  /** One key; {@code endedAt} is the index of the record that ended it. */
  record Key(
      String keyId,
      String use,
      String algorithm,
      String vkey,
      List<String> types,
      long introducedAt,
      @Nullable Long endedAt,
      boolean revoked) {
    static Key of(KnownKey known) {
      KnownKey.End end = known.end();
      return new Key(
          known.key().id(),
          known.use().word(),
          known.key().algorithm().jcaName(),
          known.key().format(),
          known.types(),
          known.introducedAt(),
          end == null ? null : end.at(),
          end != null && end.isRevoked());
    }
  }

  record ProposalBody(
      String id,
      String statement,
      String proposedBy,
      Instant proposedAt,
      @Nullable String approvedBy) {
    static ProposalBody of(Proposal proposal) {
      return new ProposalBody(
          proposal.id(),
          proposal.statement().text(),
          proposal.proposedBy(),
          proposal.proposedAt(),
          proposal.approvedBy());
    }
  }

  /** Asks for a new key; {@code use} is log or author. */
  record NewKey(@Nullable String use, @Nullable String algorithm) {}

  /** A key by its id. */
  record KeyName(@Nullable String keyId) {}

  /** A statement, signed or not. */
  record StatementBody(@Nullable String statement) {}

  @GetMapping("/journal-keys")
  Overview overview() {
    return new Overview(
        records.all().stream().map(Key::of).toList(),
        changes.recent().stream().map(ProposalBody::of).toList());
  }

  /** Makes a key and answers its introduction, to be signed by the root if need be. */
  @PostMapping("/journal-keys/drafts")
  StatementBody draft(@RequestBody NewKey wanted) {
    KeyUse use =
        switch (String.valueOf(wanted.use())) {
          case "log" -> KeyUse.LOG;
          case "author" -> KeyUse.AUTHOR;
          default -> throw invalid("use is log or author.");
        };
    String algorithm =
        SignatureAlgorithm.OF_LOGS.stream()
            .map(SignatureAlgorithm::jcaName)
            .filter(name -> name.equals(wanted.algorithm()))
            .findFirst()
            .orElseThrow(() -> invalid("algorithm is Ed25519 or ML-DSA-44."));
    return new StatementBody(changes.draft(use, algorithm).format());
  }

  /** Answers the retirement of a key, to be proposed as it is or signed by the root. */
  @PostMapping("/journal-keys/retirement-drafts")
  StatementBody draftRetirement(@RequestBody KeyName name) {
    return changes
        .draftRetirement(String.valueOf(name.keyId()))
        .map(statement -> new StatementBody(statement.text()))
        .orElseThrow(
            () -> problem(HttpStatus.NOT_FOUND, "not_found", "There is no key with this id."));
  }

  @PostMapping("/journal-keys/proposals")
  ResponseEntity<ProposalBody> propose(@RequestBody StatementBody body) {
    KeyStatement statement = parse(String.valueOf(body.statement()));
    refuseIfObjected(statement);
    Proposal proposal = changes.propose(statement, Caller.current().userId());
    return ResponseEntity.status(HttpStatus.CREATED).body(ProposalBody.of(proposal));
  }

  @PostMapping("/journal-keys/proposals/{id}:approve")
  Overview approve(@PathVariable String id) {
    String approver = Caller.current().userId();
    Proposal proposal =
        Optional.of(id)
            .filter(text -> text.indexOf('\0') < 0)
            .flatMap(changes::open)
            .orElseThrow(() ->
                problem(HttpStatus.NOT_FOUND, "not_found", "There is no such open proposal."));
    if (proposal.proposedBy().equals(approver)) {
      throw problem(
          HttpStatus.FORBIDDEN, "four_eyes", "Another administrator than the proposer approves.");
    }
    refuseIfObjected(proposal.statement());
    if (!changes.approve(proposal, approver)) {
      throw problem(HttpStatus.NOT_FOUND, "not_found", "There is no such open proposal.");
    }
    return overview();
  }

  private void refuseIfObjected(KeyStatement statement) {
    changes
        .objection(statement)
        .ifPresent(objection -> {
          throw problem(HttpStatus.CONFLICT, "key_change_refused", objection);
        });
  }

  private static KeyStatement parse(String statement) {
    try {
      return statement.contains("\n\n")
          ? KeyStatement.parse(statement)
          : KeyStatement.parseText(statement);
    } catch (MalformedException e) {
      throw invalid(String.valueOf(e.getMessage()));
    }
  }

  private static ErrorResponseException invalid(String detail) {
    return problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid_request", detail);
  }

  private static ErrorResponseException problem(HttpStatus status, String code, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setProperty("code", code);
    return new ErrorResponseException(status, problem, null);
  }
}
