package io.daybook.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/** Access tokens: JWTs signed with ES256 and nothing else, good for ten minutes. */
@Component
class AccessTokens {
  static final String ISSUER = "daybook";
  static final String AUDIENCE = "daybook-api";
  static final Duration LIFETIME = Duration.ofMinutes(10);
  static final String USERNAME = "username";
  static final String ROLES = "roles";
  static final String ORGANISER = "organiser";
  static final String SESSION = "sid";

  private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

  private final ECKey publicKey;
  private final JwtEncoder encoder;
  private final Clock clock;

  AccessTokens(KeyRing keys, Clock clock) {
    ECPublicKey key = (ECPublicKey) keys.jwt().getPublic();
    this.publicKey =
        new ECKey.Builder(Curve.P_256, key)
            .keyUse(KeyUse.SIGNATURE)
            .algorithm(JWSAlgorithm.ES256)
            .keyID(keyId(key))
            .build();
    this.encoder =
        NimbusJwtEncoder.withKeyPair(key, (ECPrivateKey) keys.jwt().getPrivate())
            .jwkPostProcessor(jwk -> jwk.keyID(publicKey.getKeyID()))
            .build();
    this.clock = clock;
  }

  /** Returns a signed token for {@code caller} in the sign-in {@code sessionId}. */
  String issue(Caller caller, String sessionId) {
    Instant now = clock.instant();
    JwtClaimsSet.Builder claims =
        JwtClaimsSet.builder()
            .issuer(ISSUER)
            .audience(List.of(AUDIENCE))
            .subject(caller.userId())
            .issuedAt(now)
            .expiresAt(now.plus(LIFETIME))
            .id(UUID.randomUUID().toString())
            .claim(SESSION, sessionId)
            .claim(USERNAME, caller.username())
            .claim(ROLES, caller.roles().stream().map(Role::name).sorted().toList());
    String organiserId = caller.organiserId();
    if (organiserId != null) {
      claims.claim(ORGANISER, organiserId);
    }
    JwsHeader header = JwsHeader.with(SignatureAlgorithm.ES256).type("JWT").build();
    return encoder.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
  }

  /** Returns what checks signature, algorithm, issuer, audience and time of a token. */
  JwtDecoder decoder() {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<>(new JWKSet(publicKey)))
            .jwsAlgorithm(SignatureAlgorithm.ES256)
            .build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            new JwtTimestampValidator(CLOCK_SKEW),
            new JwtIssuerValidator(ISSUER),
            new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD, audience -> audience != null && audience.contains(AUDIENCE))));
    return decoder;
  }

  /** Returns the public key as a JSON Web Key Set (RFC 7517). */
  Map<String, Object> keySet() {
    return new JWKSet(publicKey).toJSONObject();
  }

  private static String keyId(ECPublicKey key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 9));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
