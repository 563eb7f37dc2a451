package io.daybook.journal.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.journal.MalformedException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The policy files of c2sp.org/tlog-policy. */
class WitnessPolicyTest {
  private final List<VerifierKey> keys =
      List.of(witness("x1"), witness("x2"), witness("x3"), witness("y1"), witness("y2"));
  private final String witnesses =
      """
      # Two organisations
      witness X1 %s https://x1.example/
      \twitness  X2\t%s

      witness X3 %s
      witness Y1 %s
      witness Y2 %s
      """
          .formatted(keys.stream().map(VerifierKey::format).toArray());

  @Test
  void theExampleWithTwoLevelsOfGroups() {
    var policy =
        WitnessPolicy.parse(
            witnesses
                + "group X 2 X1 X2 X3\ngroup Y any Y1 Y2\ngroup X-and-Y all X Y\nquorum X-and-Y\n");

    assertThat(policy.witnesses()).hasSize(5);
    assertThat(policy.witnesses().getFirst().url()).contains("https://x1.example/");
    assertThat(satisfied(policy, 0, 1, 3)).isTrue();
    assertThat(satisfied(policy, 0, 2, 4)).isTrue();
    assertThat(satisfied(policy, 0, 1, 2)).isFalse();
    assertThat(satisfied(policy, 0, 3, 4)).isFalse();
    assertThat(satisfied(policy)).isFalse();
  }

  @Test
  void noneIsSatisfiedByNobody() {
    var policy = WitnessPolicy.parse("quorum none\n");

    assertThat(policy.hasQuorum()).isFalse();
    assertThat(satisfied(policy)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "quorum",
        "quorum nobody\n",
        "quorum X1",
        "quorum X1\nquorum X2\n",
        "group G 2 X1\nquorum G\n",
        "group G 0 X1\nquorum G\n",
        "group G 01 X1\nquorum G\n",
        "group G any G\nquorum G\n",
        "group G any X1 X1\nquorum G\n",
        "group G any X1\ngroup H any X1\nquorum H\n",
        "group X1 any X2\nquorum X1\n",
        "group none any X2\nquorum none\n",
        "group G any none\nquorum G\n",
        "witness Z bad\nquorum X1\n",
        "wtness Z bad\nquorum X1\n",
        "quorum X1\r\n",
        "quorum X1\u0000\n"
      })
  void whatIsNoPolicyIsRefused(String rest) {
    assertThatThrownBy(() -> WitnessPolicy.parse(witnesses + rest))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void oneKeyUnderTwoNamesIsRefused() {
    var renamed =
        new VerifierKey("z", SignatureAlgorithm.COSIGNATURE_V1, keys.getFirst().publicKey());

    assertThatThrownBy(
            () -> WitnessPolicy.parse(witnesses + "witness Z " + renamed.format() + "\nquorum Z\n"))
        .hasMessageContaining("there twice");
  }

  private boolean satisfied(WitnessPolicy policy, int... cosigners) {
    var present = new java.util.HashSet<VerifierKey>();
    for (int cosigner : cosigners) {
      present.add(keys.get(cosigner));
    }
    return policy.isSatisfiedBy(Set.copyOf(present));
  }

  private static VerifierKey witness(String name) {
    try {
      var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return VerifierKey.ofWitness(name, pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
