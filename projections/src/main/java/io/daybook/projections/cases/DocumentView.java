package io.daybook.projections.cases;

import io.daybook.kyb.casefile.DocumentId;
import io.daybook.kyb.casefile.DocumentKind;
import io.daybook.projections.shared.Row;
import java.sql.SQLException;
import java.time.Instant;

/**
 * A document of a KYB case. Those of a case whose documents were found damaged are not its any
 * more.
 *
 * @param sha256 64 hexadecimal digits of the plain bytes' SHA-256
 */
public record DocumentView(
    DocumentId document,
    DocumentKind kind,
    String mediaType,
    long sizeBytes,
    String sha256,
    Instant attachedAt) {
  static DocumentView of(Row row) throws SQLException {
    return new DocumentView(
        row.value("document_id", DocumentId::new),
        row.value("kind", DocumentKind::valueOf),
        row.text("media_type"),
        row.number("size_bytes"),
        row.text("sha256"),
        row.instant("attached_at"));
  }
}
