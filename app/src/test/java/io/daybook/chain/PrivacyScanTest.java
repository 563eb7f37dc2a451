package io.daybook.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.Hash;

/** What was hidden badly is found. */
class PrivacyScanTest {
  private static final String SECRET = "Anna Berg";
  private static final byte[] BYTES = SECRET.getBytes(StandardCharsets.UTF_8);

  @Test
  void findsATextInPlainEncodedAndHashed() {
    String base64 = Base64.getEncoder().encodeToString(BYTES);
    String address = HexFormat.of().formatHex(Hash.sha3(BYTES)).substring(24);
    for (String hidden :
        List.of(
            hex(BYTES),
            hex("anna berg".getBytes(StandardCharsets.UTF_8)),
            hex(base64.getBytes(StandardCharsets.UTF_8)),
            hex(Hash.sha3(BYTES)),
            hex(Hash.sha256("ANNA BERG".getBytes(StandardCharsets.UTF_8))),
            address)) {
      var scan = new PrivacyScan(List.of("0xa9059cbb", "0x40c10f19" + hidden + "00"));
      assertThat(scan.find(SECRET)).describedAs(hidden).isNotEmpty();
    }
  }

  @Test
  void findsNothingInASaltedHash() {
    String salted = "7f" + SECRET;
    var scan = new PrivacyScan(List.of(hex(Hash.sha3(salted.getBytes(StandardCharsets.UTF_8)))));

    assertThat(scan.find(SECRET)).isEmpty();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
