package io.daybook.recorder.keys;

import io.daybook.journal.checkpoint.NoteSigner;
import io.daybook.journal.checkpoint.VerifierKey;
import io.daybook.journal.keys.KeyAct.Introduce;
import io.daybook.journal.keys.KeyStatement;
import io.daybook.journal.keys.KeyUse;
import io.daybook.recorder.format.SystemEvent.KeyIntroduced;
import io.daybook.recorder.format.SystemEvent.WitnessPolicyChanged;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records, as a log begins or its configuration changes, who speaks for it besides its first keys.
 */
public final class KeyBeginning {
  private static final Logger LOG = LoggerFactory.getLogger(KeyBeginning.class);
  private static final String ACTOR = "journal";

  private final LogKeys keys;
  private final KeyRecords records;
  private final SystemRecords system;

  KeyBeginning(LogKeys keys, KeyRecords records, SystemRecords system) {
    this.keys = keys;
    this.records = records;
    this.system = system;
  }

  /** Introduces the first author; only as long as the log has neither author nor root. */
  void introduceAuthor() {
    boolean isNew = records.all().stream().allMatch(known -> known.use() == KeyUse.LOG);
    if (isNew) {
      NoteSigner author =
          keys.authors().stream().findFirst().orElseGet(() -> keys.newAuthorKey("Ed25519"));
      var act = new Introduce(author.verifierKey(), KeyUse.AUTHOR, AuthorKeys.TYPES);
      introduce(KeyStatement.unsigned(keys.origin(), act).signedBy(author));
    }
  }

  /** Introduces the first root, by the statement that it signed itself. */
  void introduceRoot(KeyStatement statement) {
    VerifierKey root = statement.act().key();
    boolean isKnown = records.all().stream().anyMatch(known -> known.key().equals(root));
    if (!isKnown) {
      introduce(statement);
    }
  }

  private void introduce(KeyStatement statement) {
    KeyStatement signed = signedByLog(keys, records, statement);
    Optional<String> objection = records.objection(signed);
    if (objection.isPresent()) {
      LOG.error("{} is not introduced: {}", statement.act().key(), objection.get());
      return;
    }
    system.append(new KeyIntroduced(signed.format(), List.of()), ACTOR);
    records.refresh();
  }

  /** Adds the signatures of the log keys in use that are here. */
  static KeyStatement signedByLog(LogKeys keys, KeyRecords records, KeyStatement statement) {
    KeyStatement signed = statement;
    for (VerifierKey key : records.logKeys(Long.MAX_VALUE - 1)) {
      Optional<NoteSigner> signer = keys.signer(key);
      if (signer.isPresent()) {
        signed = signed.signedBy(signer.get());
      }
    }
    return signed;
  }

  /** Records the witness policy, which is well-formed, if it is another one than before. */
  public void recordWitnessPolicy(String policy) {
    if (!records.witnessPolicy().equals(Optional.of(policy))) {
      system.append(new WitnessPolicyChanged(policy), ACTOR);
      records.refresh();
    }
  }
}
