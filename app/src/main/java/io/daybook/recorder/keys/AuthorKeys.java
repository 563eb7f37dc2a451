package io.daybook.recorder.keys;

import io.daybook.journal.Author;
import io.daybook.journal.AuthoredContent;
import io.daybook.journal.Bytes;
import io.daybook.journal.EventFacts;
import io.daybook.journal.RecordHash;
import io.daybook.journal.checkpoint.NoteSigner;
import io.daybook.recorder.store.AuthorSignatures;
import io.daybook.recorder.store.JournalUnavailable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signs the events that only the organisation itself may write. */
final class AuthorKeys implements AuthorSignatures {
  /** What a new log protects: approvals, what goes on sale, and what is done to the journal. */
  static final List<String> TYPES =
      List.of(
          "journal.ErasureRecorded",
          "journal.WitnessPolicyChanged",
          "kyb.casefile.ApprovalProposed",
          "kyb.casefile.CaseApproved",
          "kyb.casefile.CaseRejected",
          "ticketing.show.ShowPublished");

  private final LogKeys keys;
  private final KeyRecords records;

  AuthorKeys(LogKeys keys, KeyRecords records) {
    this.keys = keys;
    this.records = records;
  }

  @Override
  public @Nullable Author sign(EventFacts facts, RecordHash payloadCommitment) {
    String type = facts.format().type();
    if (!records.isProtected(type)) {
      return null;
    }
    NoteSigner signer =
        records
            .author(type)
            .orElseThrow(
                () -> new JournalUnavailable("the key of the author of " + type + " is not here"));
    byte[] content = AuthoredContent.of(keys.origin(), facts, payloadCommitment);
    return new Author(signer.verifierKey().id(), Bytes.of(signer.sign(content)));
  }
}
