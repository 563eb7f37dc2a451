package io.daybook.kyb.casefile;

import io.daybook.ledger.IdFormat;

/** Identifies a document of a KYB case: {@code doc_} and 26 Crockford base-32 characters. */
public record DocumentId(String value) {
  /** Checks the format. */
  public DocumentId {
    IdFormat.check("doc", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
