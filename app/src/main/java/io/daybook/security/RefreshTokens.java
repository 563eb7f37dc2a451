package io.daybook.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Refresh tokens: each works once and buys the next of its family.
 *
 * <p>A family is one sign-in. A token that comes a second time has been copied, so its whole family
 * ends (RFC 9700, section 4.14.2).
 */
@Component
class RefreshTokens {
  static final Duration LIFETIME = Duration.ofHours(12);

  private final JdbcClient jdbc;
  private final Clock clock;

  RefreshTokens(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A refresh token just made, and what it stands for. */
  record Issued(SecretToken token, String familyId, String userId) {}

  private record Family(String id, String userId) {}

  /** Starts a family for a user who has just signed in. */
  @Transactional
  public Issued begin(String userId) {
    Instant now = clock.instant();
    jdbc.sql("delete from security.token_families where user_id = ? and expires_at < ?")
        .params(userId, utc(now))
        .update();
    Family family = new Family(UUID.randomUUID().toString(), userId);
    jdbc.sql("insert into security.token_families (id, user_id, expires_at) values (?, ?, ?)")
        .params(family.id(), userId, utc(now.plus(LIFETIME)))
        .update();
    return issue(family);
  }

  /**
   * Exchanges {@code token} for its successor; of several calls with one token at most one
   * succeeds, and a second call ends the family, successor included.
   */
  @Transactional
  public Optional<Issued> rotate(SecretToken token) {
    Optional<Family> winner =
        jdbc.sql(
                """
                update security.refresh_tokens t
                   set used_at = ?
                  from security.token_families f
                 where t.token_hash = ? and t.used_at is null
                   and f.id = t.family_id and f.ended_at is null and f.expires_at > ?
                returning f.id, f.user_id
                """)
            .params(utc(clock.instant()), token.hash(), utc(clock.instant()))
            .query((row, number) -> new Family(row.getString("id"), row.getString("user_id")))
            .optional();
    if (winner.isEmpty()) {
      endFamilyOf(token);
    }
    return winner.map(this::issue);
  }

  /** Ends a family: none of its tokens works any more. */
  @Transactional
  public void end(String familyId) {
    jdbc.sql("update security.token_families set ended_at = ? where id = ? and ended_at is null")
        .params(utc(clock.instant()), familyId)
        .update();
  }

  private void endFamilyOf(SecretToken token) {
    jdbc.sql("select family_id from security.refresh_tokens where token_hash = ?")
        .param(token.hash())
        .query(String.class)
        .optional()
        .ifPresent(this::end);
  }

  private Issued issue(Family family) {
    SecretToken token = SecretToken.random();
    jdbc.sql("insert into security.refresh_tokens (token_hash, family_id) values (?, ?)")
        .params(token.hash(), family.id())
        .update();
    return new Issued(token, family.id(), family.userId());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
