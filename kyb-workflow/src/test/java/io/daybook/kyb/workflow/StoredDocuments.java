package io.daybook.kyb.workflow;

import io.daybook.kyb.casefile.DocumentId;
import io.daybook.kyb.casefile.DocumentStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Documents in memory, which tests can lose or change. */
final class StoredDocuments implements DocumentStore {
  private final Map<DocumentId, byte[]> bytesById = new ConcurrentHashMap<>();

  @Override
  public Optional<byte[]> read(DocumentId document) {
    return Optional.ofNullable(bytesById.get(document));
  }

  void store(DocumentId document, byte[] bytes) {
    bytesById.put(document, bytes);
  }

  void lose(DocumentId document) {
    bytesById.remove(document);
  }
}
