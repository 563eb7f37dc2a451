package io.daybook.recorder.store;

import io.daybook.journal.Author;
import io.daybook.journal.EventFacts;
import io.daybook.journal.RecordHash;
import org.jspecify.annotations.Nullable;

/** Signs protected events on the thread of the command that made them. */
@FunctionalInterface
public interface AuthorSignatures {
  /** Protects nothing. */
  AuthorSignatures NONE = (facts, payloadCommitment) -> null;

  /**
   * Returns the author's signature on an event, or null if its type is not protected.
   *
   * @throws JournalUnavailable if it is, and the author's key is not here
   */
  @Nullable Author sign(EventFacts facts, RecordHash payloadCommitment);
}
