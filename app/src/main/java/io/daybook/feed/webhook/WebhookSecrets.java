package io.daybook.feed.webhook;

import io.daybook.security.KeyRing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The secrets that webhooks are signed with: 32 random bytes, sealed at rest by AES-256-GCM under a
 * key of their own, bound to endpoint and secret.
 *
 * <p>Sealed form: nonce (12 bytes), ciphertext (32), tag (16).
 */
public final class WebhookSecrets {
  private static final String PREFIX = "whsec_";
  private static final int SECRET_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final SecretKey key;
  private final Duration overlap;
  private final Clock clock;

  WebhookSecrets(JdbcClient jdbc, KeyRing keys, Duration overlap, Clock clock) {
    this.jdbc = jdbc;
    this.key = derive(keys);
    this.overlap = overlap;
    this.clock = clock;
  }

  private static SecretKey derive(KeyRing keys) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              "AES",
              HKDFParameterSpec.ofExtract()
                  .addIKM(keys.documents())
                  .thenExpand("daybook/webhook-secrets/v1".getBytes(StandardCharsets.UTF_8), 32));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HKDF is in every JDK", e);
    }
  }

  /**
   * Makes an endpoint's secret and returns it as it is shown, {@code whsec_} and base 64; one that
   * was made before under this id is returned again. Older ones end after the overlap.
   */
  public String make(WebhookId webhook, SecretId secret) {
    byte[] fresh = new byte[SECRET_BYTES];
    RANDOM.nextBytes(fresh);
    Instant now = clock.instant();
    int made =
        jdbc.sql(
                """
                insert into bridge.webhook_secrets (webhook_id, secret_id, sealed, created_at)
                values (?, ?, ?, ?) on conflict do nothing\
                """)
            .params(
                webhook.value(), secret.value(), seal(webhook, secret, fresh), Timestamp.from(now))
            .update();
    if (made == 1) {
      jdbc.sql(
              """
              update bridge.webhook_secrets set ends_at = ?
              where webhook_id = ? and secret_id <> ? and ends_at is null\
              """)
          .params(Timestamp.from(now.plus(overlap)), webhook.value(), secret.value())
          .update();
    }
    return PREFIX + Base64.getEncoder().encodeToString(find(webhook, secret));
  }

  /** Returns the secrets that are good now, the newest first. */
  List<byte[]> current(WebhookId webhook) {
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.sql("delete from bridge.webhook_secrets where webhook_id = ? and ends_at <= ?")
        .params(webhook.value(), now)
        .update();
    return jdbc.sql(
            """
            select secret_id, sealed from bridge.webhook_secrets
            where webhook_id = ? order by ends_at desc nulls first\
            """)
        .param(webhook.value())
        .query((row, number) -> open(webhook, new SecretId(row.getString(1)), row.getBytes(2)))
        .list();
  }

  private byte[] find(WebhookId webhook, SecretId secret) {
    return jdbc.sql(
            "select sealed from bridge.webhook_secrets where webhook_id = ? and secret_id = ?")
        .params(webhook.value(), secret.value())
        .query((row, number) -> open(webhook, secret, row.getBytes(1)))
        .single();
  }

  private byte[] seal(WebhookId webhook, SecretId secret, byte[] plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, webhook, secret).doFinal(plain);
      return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is in every JDK", e);
    }
  }

  private byte[] open(WebhookId webhook, SecretId secret, byte[] sealed) {
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    try {
      return cipher(Cipher.DECRYPT_MODE, nonce, webhook, secret)
          .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the secret of webhook " + webhook + " was changed", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, WebhookId webhook, SecretId secret)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD((webhook + "/" + secret).getBytes(StandardCharsets.US_ASCII));
    return cipher;
  }
}
