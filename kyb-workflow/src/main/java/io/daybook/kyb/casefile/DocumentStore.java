package io.daybook.kyb.casefile;

import java.util.Optional;

/** Where the documents' bytes are kept, outside the journal: a port. */
public interface DocumentStore {
  /**
   * Returns the plain bytes of {@code document}, or nothing if they are lost or can't be decrypted
   * any more.
   *
   * @throws RuntimeException if the store can't be asked now; the caller tries again later
   */
  Optional<byte[]> read(DocumentId document);
}
