package io.daybook.api;

import io.daybook.kyb.casefile.DocumentId;
import io.daybook.kyb.casefile.DocumentKind;
import io.daybook.projections.cases.DocumentView;

/** A document of a KYB case as answers show it. */
record DocumentBody(
    DocumentId id, DocumentKind kind, String mediaType, long sizeBytes, String sha256) {
  static DocumentBody of(DocumentView view) {
    return new DocumentBody(
        view.document(), view.kind(), view.mediaType(), view.sizeBytes(), view.sha256());
  }
}
