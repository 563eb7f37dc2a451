package io.daybook.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.daybook.Http;
import io.daybook.Http.Answer;
import io.daybook.IntegrationTest;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class AccessTokenIT {
  @LocalServerPort private int port;

  @Autowired private KeyRing keys;

  @Test
  void aTokenOfOurOwnMakingIsAccepted() throws Exception {
    assertThat(statusWith(signed(UnaryOperator.identity()))).isEqualTo(200);
  }

  @Test
  void anUnsignedTokenIsRefused() {
    assertRefused(new PlainJWT(claims().build()).serialize());
  }

  @Test
  void aTokenSignedWithThePublicKeyAsASecretIsRefused() throws Exception {
    byte[] publicKey = keys.jwt().getPublic().getEncoded();
    assertRefused(signed(claims(), JWSAlgorithm.HS256, new MACSigner(publicKey)));
  }

  @Test
  void aTokenOfAStrangersKeyIsRefused() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", "SunEC");
    generator.initialize(256);
    ECPrivateKey stranger = (ECPrivateKey) generator.generateKeyPair().getPrivate();
    assertRefused(signed(claims(), JWSAlgorithm.ES256, new ECDSASigner(stranger)));
  }

  @Test
  void anExpiredTokenIsRefused() throws Exception {
    Date past = Date.from(Instant.now().minusSeconds(10));
    assertRefused(signed(claims -> claims.expirationTime(past)));
  }

  @Test
  void aTokenForAnotherAudienceIsRefused() throws Exception {
    assertRefused(signed(claims -> claims.audience("somebody-else")));
  }

  @Test
  void aTokenWithoutAudienceIsRefused() throws Exception {
    assertRefused(signed(claims -> claims.audience(List.of())));
  }

  @Test
  void aTokenOfAnotherIssuerIsRefused() throws Exception {
    assertRefused(signed(claims -> claims.issuer("somebody-else")));
  }

  @Test
  void aTokenWithARoleThatWeDoNotKnowIsRefused() throws Exception {
    assertRefused(signed(claims -> claims.claim("roles", List.of("EMPEROR"))));
  }

  @Test
  void aTokenWithAChangedPayloadIsRefused() throws Exception {
    String[] parts = signed(UnaryOperator.identity()).split("\\.", -1);
    String other = signed(claims -> claims.subject("usr_00000000000000000000000001"));
    assertRefused(parts[0] + "." + other.split("\\.", -1)[1] + "." + parts[2]);
  }

  @Test
  void aRoleThatNoLineNamesIsRefused() {
    Http anna = Http.anonymous(port).as("anna");

    assertThat(Http.anonymous(port).get("/api/v1/ledger/accounts").status()).isEqualTo(401);
    Answer answer = anna.get("/api/v1/ledger/accounts");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text("code")).isEqualTo("forbidden");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    Answer answer = Http.anonymous(port).get("/api/v1/no-such-thing");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("code")).isEqualTo("not_found");
  }

  @Test
  void aBuyerReadsNeitherTheRecordsNorTheLedger() {
    Http anna = Http.anonymous(port).as("anna");

    assertThat(anna.get("/journal/log/records/0").status()).isEqualTo(403);
    assertThat(anna.get("/api/v1/ledger/trial-balance").status()).isEqualTo(403);
  }

  private void assertRefused(String token) {
    Answer answer = Http.anonymous(port).withToken(token).get("/api/v1/me");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text("code")).isEqualTo("unauthenticated");
    assertThat(answer.response().headers().firstValue("WWW-Authenticate")).contains("Bearer");
  }

  private int statusWith(String token) {
    return Http.anonymous(port).withToken(token).get("/api/v1/me").status();
  }

  private String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
    return signed(
        change.apply(claims()),
        JWSAlgorithm.ES256,
        new ECDSASigner((ECPrivateKey) keys.jwt().getPrivate()));
  }

  private static String signed(
      JWTClaimsSet.Builder claims, JWSAlgorithm algorithm, JWSSigner signer) throws JOSEException {
    SignedJWT token = new SignedJWT(new JWSHeader(algorithm), claims.build());
    token.sign(signer);
    return token.serialize();
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .subject("usr_00000000000000000000000000")
        .issuer("daybook")
        .audience("daybook-api")
        .expirationTime(Date.from(Instant.now().plusSeconds(60)))
        .claim("sid", "session")
        .claim("username", "test")
        .claim("roles", List.of("ADMIN"));
  }
}
