package io.daybook.journal.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.journal.checkpoint.SignatureAlgorithm;
import io.daybook.journal.checkpoint.VerifierKey;
import io.daybook.journal.keys.KeyAct;
import io.daybook.journal.keys.KeyStatement;
import io.daybook.journal.keys.KeyUse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the keeper of the root key does, offline. */
class KeysCommandTest {
  private static final String ORIGIN = "log.example/ledger";

  private Path password;
  private String out = "";
  private String err = "";

  @TempDir private Path folder;

  @BeforeEach
  void aPassword() throws IOException {
    password = Files.writeString(folder.resolve("password"), "a long password\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ed25519", "ML-DSA-44"})
  void aRootKeyIntroducesItself(String algorithm) throws IOException {
    VerifierKey root = make(ORIGIN + "/root", algorithm);
    assertThat(signed("introduce", "root", "--origin", ORIGIN)).isZero();

    var statement = KeyStatement.parse(out);
    assertThat(statement.act()).isEqualTo(new KeyAct.Introduce(root, KeyUse.ROOT, List.of()));
    assertThat(statement.isSignedBy(root)).isTrue();
    assertThat(err).contains("introduce root");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key())))
        .isEqualTo("rw-------");
  }

  @Test
  void aRootKeyRevokesAndCountersigns() throws IOException {
    VerifierKey root = make(ORIGIN + "/root", "Ed25519");
    assertThat(signed("revoke", "--origin", ORIGIN, "--vkey", root.format(), "--trusted-size", "7"))
        .isZero();
    assertThat(KeyStatement.parse(out).act()).isEqualTo(new KeyAct.Revoke(root, 7));

    Path unsigned =
        Files.writeString(
            folder.resolve("statement"),
            KeyStatement.unsigned(ORIGIN, new KeyAct.Retire(root)).text());
    assertThat(signed("sign", unsigned.toString())).isZero();
    assertThat(KeyStatement.parse(out).isSignedBy(root)).isTrue();
    assertThat(run("show", unsigned.toString())).isZero();
    assertThat(out).contains("retire");
  }

  @Test
  void aWitnesssKeyIsOne() {
    assertThat(
            run(
                "new",
                "--witness",
                "--name",
                "w.example",
                "--out",
                key().toString(),
                "--password-file",
                password.toString()))
        .isZero();
    assertThat(VerifierKey.parse(out.strip()).algorithm())
        .isEqualTo(SignatureAlgorithm.COSIGNATURE_V1);
  }

  @Test
  void mistakesAreExplainedInOneLine() throws IOException {
    make(ORIGIN + "/root", "Ed25519");
    Path garbage = Files.writeString(folder.resolve("garbage"), "garbage");

    assertThat(run()).isEqualTo(3);
    assertThat(run("new")).isEqualTo(3);
    assertThat(signed("introduce", "king", "--origin", ORIGIN)).isEqualTo(3);
    assertThat(signed("sign", garbage.toString())).isEqualTo(1);
    assertThat(signed("sign", folder.resolve("none").toString())).isEqualTo(1);
    assertThat(signed("retire", "--origin", ORIGIN, "--vkey", "x")).isEqualTo(1);
    assertThat(signed("revoke", "--origin", ORIGIN, "--vkey", "x", "--trusted-size", "-1"))
        .isEqualTo(1);
    assertThat(make(ORIGIN, "RSA", 3)).isEmpty();
    assertThat(make(ORIGIN, "Ed25519", 1)).isEmpty(); // The file is there already.
    assertThat(err).doesNotContain("\tat ");
  }

  private VerifierKey make(String name, String algorithm) {
    return VerifierKey.parse(make(name, algorithm, 0).strip());
  }

  private String make(String name, String algorithm, int expected) {
    int exit =
        run(
            "new",
            "--name",
            name,
            "--algorithm",
            algorithm,
            "--out",
            key().toString(),
            "--password-file",
            password.toString());
    assertThat(exit).as(err).isEqualTo(expected);
    return out;
  }

  private Path key() {
    return folder.resolve("key.p12");
  }

  private int signed(String... arguments) {
    var all = new java.util.ArrayList<>(List.of(arguments));
    all.addAll(List.of("--key", key().toString(), "--password-file", password.toString()));
    return run(all.toArray(String[]::new));
  }

  private int run(String... arguments) {
    var stdout = new StringWriter();
    var stderr = new StringWriter();
    int exit = KeysCommand.run(new PrintWriter(stdout), new PrintWriter(stderr), arguments);
    out = stdout.toString();
    err = stderr.toString();
    return exit;
  }
}
