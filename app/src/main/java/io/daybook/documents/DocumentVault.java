package io.daybook.documents;

import io.daybook.kyb.casefile.DocumentId;
import io.daybook.kyb.casefile.DocumentStore;
import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.ledger.UserId;
import io.daybook.security.KeyRing;
import io.daybook.security.personal.DataClass;
import io.daybook.security.personal.KeyScope;
import io.daybook.security.personal.PersonalData;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps documents sealed under the data keys of their cases; the document's id is authenticated
 * with its bytes, so one document can't be passed off as another.
 */
@Component
public class DocumentVault implements DocumentStore {
  private static final int TAG_BITS = 128;

  private final JdbcClient database;
  private final SecretKey key;
  private final PersonalData personal;
  private final Clock clock;

  DocumentVault(JdbcClient database, KeyRing keys, PersonalData personal, Clock clock) {
    this.database = database;
    this.key = keys.documents();
    this.personal = personal;
    this.clock = clock;
  }

  /**
   * Keeps {@code content} under the key of its case; a document that is there already stays as it
   * is.
   *
   * @return false if the case's data were erased, and nothing may be kept about it any more
   */
  public boolean store(DocumentId document, UserId applicant, KybCaseId kybCase, byte[] content) {
    Optional<String> caseKey =
        personal.key(new KeyScope(DataClass.KYB, applicant.value(), kybCase.value()));
    Optional<byte[]> sealed =
        caseKey.flatMap(id -> personal.sealBytes(id, content, place(document)));
    sealed.ifPresent(bytes ->
        database
            .sql(
                """
                insert into bridge.documents (document_id, key_id, ciphertext, stored_at)
                values (?, ?, ?, ?) on conflict do nothing\
                """)
            .params(document.value(), caseKey.orElseThrow(), bytes, Timestamp.from(clock.instant()))
            .update());
    return sealed.isPresent();
  }

  @Override
  public Optional<byte[]> read(DocumentId document) {
    return database
        .sql("select key_id, nonce, ciphertext from bridge.documents where document_id = ?")
        .param(document.value())
        .query((row, number) ->
            row.getString(1) == null
                ? decrypt(document, row.getBytes(2), row.getBytes(3))
                : personal.openBytes(row.getString(1), row.getBytes(3), place(document)))
        .optional()
        .flatMap(content -> content);
  }

  private static String[] place(DocumentId document) {
    return new String[] {"bridge.documents", document.value()};
  }

  /** Reads what was stored when documents did not have keys of their own. */
  private Optional<byte[]> decrypt(DocumentId document, byte[] nonce, byte[] ciphertext) {
    try {
      return Optional.of(cipher(document, nonce).doFinal(ciphertext));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is in every JDK", e);
    }
  }

  private Cipher cipher(DocumentId document, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(document.value().getBytes(StandardCharsets.US_ASCII));
    return cipher;
  }
}
