package io.daybook.journal.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.journal.MalformedException;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SignedNoteTest {
  private final String vkey;
  private final String note;

  SignedNoteTest() throws IOException {
    try (var in = SignedNoteTest.class.getResourceAsStream("/vectors/signed-note.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      String[] lines = text.split("\n", 3); // A comment, the key, and the note.
      vkey = lines[1];
      note = lines[2];
    }
  }

  @Test
  void thePublishedNoteVerifiesUnderThePublishedKey() {
    var key = VerifierKey.parse(vkey);
    var signed = SignedNote.parse(note.getBytes(UTF_8));
    var signature = signed.signatures().getFirst();

    assertThat(key.format()).isEqualTo(vkey);
    assertThat(signed.format()).isEqualTo(note);
    assertThat(signature.isBy(key)).isTrue();
    var verifier = new NoteVerifier(key);
    assertThat(verifier.verify(signed.text().getBytes(UTF_8), signature.signature().toArray()))
        .isTrue();
    assertThat(verifier.verify("other\n".getBytes(UTF_8), signature.signature().toArray()))
        .isFalse();
  }

  @Test
  void everyOtherFormIsRefused() {
    refused(note.stripTrailing());
    refused(note.replace("\n\n", "\n"));
    refused(note.replace("— ", "- "));
    refused(note.replace("— example.com/foo", "— example.com/f+o"));
    refused(note.replace("— example.com/foo", "— "));
    refused(note.replace("— example.com/foo", "—  example.com/foo"));
    refused(note.replace("message", "mes\tsage"));
    refused(note.replace("=\n", "\n")); // Without padding.
    refused(note.replace("QM=\n", "QN=\n")); // Stray bits at the end.
    refused(note.replace("=\n", "=\r\n"));
    refused(note + "\n");
    refused("\n\n— x AAAA\n");
    refused("");
    refused("x".repeat(SignedNote.MAX_BYTES + 1));
  }

  @Test
  void everyOtherCheckpointIsRefused() {
    String root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    assertThat(Checkpoint.parse("log.example\n0\n" + root + "\n").size()).isZero();
    for (String size : new String[] {"", "-1", "+1", "01", "1 ", "9223372036854775808", "٣"}) {
      notACheckpoint("log.example\n" + size + "\n" + root + "\n");
    }
    notACheckpoint("\n1\n" + root + "\n");
    notACheckpoint("log example\n1\n" + root + "\n");
    notACheckpoint("log.example\n1\n" + root + "\nextension\n");
    notACheckpoint("log.example\n1\n" + root);
    notACheckpoint("log.example\n1\n" + root.replace("2I=", "2J=") + "\n");
    notACheckpoint("log.example\n1\nAAAA\n");
  }

  private static void refused(String text) {
    assertThatThrownBy(() -> SignedNote.parse(text.getBytes(UTF_8)))
        .as(text)
        .isInstanceOf(MalformedException.class);
  }

  private static void notACheckpoint(String body) {
    assertThatThrownBy(() -> Checkpoint.parse(body)).isInstanceOf(MalformedException.class);
  }
}
