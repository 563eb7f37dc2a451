package io.daybook.recorder.keys;

import io.daybook.journal.checkpoint.NoteSigner;
import io.daybook.journal.keys.KeyAct.Introduce;
import io.daybook.journal.keys.KeyAct.Retire;
import io.daybook.journal.keys.KeyAct.Revoke;
import io.daybook.journal.keys.KeyStatement;
import io.daybook.journal.keys.KeyUse;
import io.daybook.journal.keys.KnownKey;
import io.daybook.recorder.format.SystemEvent;
import io.daybook.recorder.format.SystemEvent.KeyIntroduced;
import io.daybook.recorder.format.SystemEvent.KeyRetired;
import io.daybook.recorder.format.SystemEvent.KeyRevoked;
import io.daybook.recorder.keys.KeyProposals.Proposal;
import io.daybook.recorder.store.Journal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Changes the log's keys: one administrator proposes, another one approves. This server signs with
 * its own keys no sooner than that; what the root has to sign, the proposer brings along.
 */
final class KeyChanges {
  private static final Duration OPEN = Duration.ofDays(7);

  private final LogKeys keys;
  private final KeyRecords records;
  private final KeyProposals proposals;
  private final SystemRecords system;
  private final Journal journal;
  private final Clock clock;

  KeyChanges(Ways ways, KeyRecords records, KeyProposals proposals, Clock clock) {
    this.keys = ways.keys();
    this.system = ways.system();
    this.journal = ways.journal();
    this.records = records;
    this.proposals = proposals;
    this.clock = clock;
  }

  /** What a change goes through. */
  record Ways(LogKeys keys, SystemRecords system, Journal journal) {}

  /** Makes a key and returns its introduction, signed by itself alone. */
  KeyStatement draft(KeyUse use, String algorithm) {
    NoteSigner made = use == KeyUse.LOG ? keys.newLogKey(algorithm) : keys.newAuthorKey(algorithm);
    var types = use == KeyUse.AUTHOR ? AuthorKeys.TYPES : List.<String>of();
    var act = new Introduce(made.verifierKey(), use, types);
    return KeyStatement.unsigned(keys.origin(), act).signedBy(made);
  }

  /** Returns the retirement of a key, signed by nobody; absent if there is no such key. */
  Optional<KeyStatement> draftRetirement(String keyId) {
    return records.all().stream()
        .filter(known -> known.key().id().equals(keyId))
        .findFirst()
        .map(known -> KeyStatement.unsigned(keys.origin(), new Retire(known.key())));
  }

  /** Says what speaks against a statement, if this server's keys sign it too. */
  Optional<String> objection(KeyStatement statement) {
    if (statement.act() instanceof Revoke(_, long trusted) && trusted > journal.size()) {
      return Optional.of("it trusts a size that the journal does not have");
    }
    return records.objection(countersigned(statement));
  }

  /** Adds the signatures of this server's keys whose consent is needed. */
  private KeyStatement countersigned(KeyStatement statement) {
    return switch (statement.act()) {
      case Introduce _ -> KeyBeginning.signedByLog(keys, records, statement);
      case Retire(var key) -> {
        KeyUse use =
            records.all().stream()
                .filter(known -> known.key().equals(key))
                .findFirst()
                .map(KnownKey::use)
                .orElse(KeyUse.ROOT);
        yield use == KeyUse.AUTHOR
            ? signedByAuthors(statement)
            : KeyBeginning.signedByLog(keys, records, statement);
      }
      case Revoke _ -> statement;
    };
  }

  private KeyStatement signedByAuthors(KeyStatement statement) {
    KeyStatement signed = statement;
    for (KnownKey known : records.all()) {
      if (known.use() == KeyUse.AUTHOR && known.end() == null) {
        Optional<NoteSigner> signer = keys.signer(known.key());
        signed = signer.isPresent() ? signed.signedBy(signer.get()) : signed;
      }
    }
    return signed;
  }

  /** Keeps a proposal until somebody else approves it. */
  Proposal propose(KeyStatement statement, String proposer) {
    var proposal =
        new Proposal(
            "kpr_" + UUID.randomUUID().toString().replace("-", ""),
            statement,
            proposer,
            clock.instant(),
            null);
    proposals.add(proposal);
    return proposal;
  }

  /** Returns the proposals of the last days, open and approved. */
  List<Proposal> recent() {
    return proposals.since(clock.instant().minus(OPEN));
  }

  /** Returns an open proposal. */
  Optional<Proposal> open(String id) {
    return proposals
        .find(id)
        .filter(proposal -> proposal.approvedBy() == null)
        .filter(proposal -> proposal.proposedAt().isAfter(clock.instant().minus(OPEN)));
  }

  /**
   * Does what was proposed; it is durable when this returns.
   *
   * @return false if somebody else has just approved it
   */
  boolean approve(Proposal proposal, String approver) {
    if (!proposals.approve(proposal.id(), approver)) {
      return false;
    }
    String signed = countersigned(proposal.statement()).format();
    var approvedBy = List.of(proposal.proposedBy(), approver);
    SystemEvent event =
        switch (proposal.statement().act()) {
          case Introduce _ -> new KeyIntroduced(signed, approvedBy);
          case Retire _ -> new KeyRetired(signed, approvedBy);
          case Revoke _ -> new KeyRevoked(signed, approvedBy);
        };
    system.append(event, approver);
    records.refresh();
    return true;
  }
}
