package io.daybook.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.IntegrationTest;
import io.daybook.kyb.casefile.DocumentId;
import io.daybook.ledger.DerivedId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class DocumentVaultIT {
  private static final byte[] CONTENT = "%PDF-1.7 secret".getBytes(StandardCharsets.UTF_8);

  @Autowired private DocumentVault vault;
  @Autowired private JdbcClient database;

  @Test
  void aDocumentIsReadAsItWasStored() {
    DocumentId id = newId();
    vault.store(id, CONTENT);

    assertThat(vault.read(id)).hasValue(CONTENT);
    assertThat(vault.read(newId())).isEmpty();
  }

  @Test
  void whatIsStoredFirstStays() {
    DocumentId id = newId();
    vault.store(id, CONTENT);
    vault.store(id, new byte[] {1});

    assertThat(vault.read(id)).hasValue(CONTENT);
  }

  @Test
  void theDatabaseHasNoReadableCopy() {
    DocumentId id = newId();
    vault.store(id, CONTENT);

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
    vault.store(original, CONTENT);
    database
        .sql(
            """
            insert into bridge.documents (document_id, nonce, ciphertext, stored_at)
            select ?, nonce, ciphertext, stored_at from bridge.documents where document_id = ?
            """)
        .params(other.value(), original.value())
        .update();

    assertThat(vault.read(other)).isEmpty();
  }

  private static DocumentId newId() {
    return new DocumentId(DerivedId.random("doc"));
  }
}
