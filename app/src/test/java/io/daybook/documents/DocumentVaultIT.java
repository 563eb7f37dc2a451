package io.daybook.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.IntegrationTest;
import io.daybook.kyb.casefile.DocumentId;
import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.ledger.DerivedId;
import io.daybook.ledger.UserId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class DocumentVaultIT {
  private static final byte[] CONTENT = "%PDF-1.7 secret".getBytes(StandardCharsets.UTF_8);

  private static final UserId APPLICANT = new UserId(DerivedId.random("usr"));
  private static final KybCaseId CASE = new KybCaseId(DerivedId.random("kyb"));

  @Autowired private DocumentVault vault;
  @Autowired private JdbcClient database;

  @Test
  void aDocumentIsReadAsItWasStored() {
    DocumentId id = newId();
    vault.store(id, APPLICANT, CASE, CONTENT);

    assertThat(vault.read(id)).hasValue(CONTENT);
    assertThat(vault.read(newId())).isEmpty();
  }

  @Test
  void whatIsStoredFirstStays() {
    DocumentId id = newId();
    vault.store(id, APPLICANT, CASE, CONTENT);
    vault.store(id, APPLICANT, CASE, new byte[] {1});

    assertThat(vault.read(id)).hasValue(CONTENT);
  }

  @Test
  void theDatabaseHasNoReadableCopy() {
    DocumentId id = newId();
    vault.store(id, APPLICANT, CASE, CONTENT);

    byte[] stored =
        database
            .sql("select ciphertext from bridge.documents where document_id = ?")
            .param(id.value())
            .query((row, number) -> row.getBytes(1))
            .single();

    assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
  }

  @Test
  void oneDocumentIsNotPassedOffAsAnother() {
    DocumentId original = newId();
    DocumentId other = newId();
    vault.store(original, APPLICANT, CASE, CONTENT);
    database
        .sql(
            """
            insert into bridge.documents (document_id, key_id, ciphertext, stored_at)
            select ?, key_id, ciphertext, stored_at from bridge.documents where document_id = ?
            """)
        .params(other.value(), original.value())
        .update();

    assertThat(vault.read(other)).isEmpty();
  }

  private static DocumentId newId() {
    return new DocumentId(DerivedId.random("doc"));
  }
}
