package io.daybook.kyb.workflow;

import io.daybook.kyb.casefile.DocumentId;
import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.kyb.casefile.KybEvent.DocumentAttached;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The documents that the next check of a case has to read, with the hashes on record. */
final class CaseDocuments {
  /**
   * A document as the case recorded it.
   *
   * @param sha256 64 lower-case hexadecimal digits
   */
  record RecordedDocument(DocumentId document, String sha256) {}

  private final JdbcClient jdbc;

  CaseDocuments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds an attached document. */
  void add(DocumentAttached attached) {
    jdbc.sql("insert into bridge.case_document (case_id, document_id, sha256) values (?, ?, ?)")
        .params(attached.kybCase().value(), attached.document().value(), attached.sha256())
        .update();
  }

  /** Returns the documents of {@code kybCase}. */
  List<RecordedDocument> of(KybCaseId kybCase) {
    return jdbc.sql("select document_id, sha256 from bridge.case_document where case_id = ?")
        .param(kybCase.value())
        .query((row, _) ->
            new RecordedDocument(
                new DocumentId(row.getString("document_id")), row.getString("sha256")))
        .list();
  }

  /** Forgets the documents of a case; they have to be attached again. */
  void clear(KybCaseId kybCase) {
    jdbc.sql("delete from bridge.case_document where case_id = ?").param(kybCase.value()).update();
  }

  /** Forgets the documents of all cases. */
  void clear() {
    jdbc.sql("delete from bridge.case_document").update();
  }
}
