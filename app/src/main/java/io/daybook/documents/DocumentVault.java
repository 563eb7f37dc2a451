package io.daybook.documents;

import io.daybook.kyb.casefile.DocumentId;
import io.daybook.kyb.casefile.DocumentStore;
import io.daybook.security.KeyRing;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
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
 * Keeps documents encrypted with AES-256-GCM (NIST SP 800-38D); the document's id is authenticated
 * with its bytes, so one document can't be passed off as another.
 */
@Component
public class DocumentVault implements DocumentStore {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final JdbcClient database;
  private final SecretKey key;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  DocumentVault(JdbcClient database, KeyRing keys, Clock clock) {
    this.database = database;
    this.key = keys.documents();
    this.clock = clock;
  }

  /** Keeps {@code content}; a document that is there already stays as it is. */
  public void store(DocumentId document, byte[] content) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, document, nonce).doFinal(content);
      database
          .sql(
              """
              insert into bridge.documents (document_id, nonce, ciphertext, stored_at)
              values (?, ?, ?, ?) on conflict do nothing\
              """)
          .params(document.value(), nonce, ciphertext, Timestamp.from(clock.instant()))
          .update();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is in every JDK", e);
    }
  }

  @Override
  public Optional<byte[]> read(DocumentId document) {
    return database
        .sql("select nonce, ciphertext from bridge.documents where document_id = ?")
        .param(document.value())
        .query((row, number) -> decrypt(document, row.getBytes(1), row.getBytes(2)))
        .optional()
        .flatMap(content -> content);
  }

  private Optional<byte[]> decrypt(DocumentId document, byte[] nonce, byte[] ciphertext) {
    try {
      return Optional.of(cipher(Cipher.DECRYPT_MODE, document, nonce).doFinal(ciphertext));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is in every JDK", e);
    }
  }

  private Cipher cipher(int mode, DocumentId document, byte[] nonce)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(document.value().getBytes(StandardCharsets.US_ASCII));
    return cipher;
  }
}
