package io.daybook.journal.keys;

import io.daybook.journal.MalformedException;
import io.daybook.journal.checkpoint.NoteSignature;
import io.daybook.journal.checkpoint.NoteSigner;
import io.daybook.journal.checkpoint.NoteVerifier;
import io.daybook.journal.checkpoint.SignedNote;
import io.daybook.journal.checkpoint.VerifierKey;
import io.daybook.journal.keys.KeyAct.Introduce;
import io.daybook.journal.keys.KeyAct.Retire;
import io.daybook.journal.keys.KeyAct.Revoke;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What is done to a key, and the signatures of those who want it so. It is a signed note
 * (c2sp.org/signed-note) whose signatures are bare ones over the text, whatever the algorithm.
 *
 * <p>A key is introduced once at most and never comes back, so an old statement is of no use to
 * anybody who plays it again.
 *
 * @param origin the log's name
 * @param act what is done
 * @param signatures under {@link #text}; nothing here says that they are valid
 */
public record KeyStatement(String origin, KeyAct act, List<NoteSignature> signatures) {
  private static final String MAGIC = "daybook-key@v1";

  /** Copies the signatures. */
  public KeyStatement {
    signatures = List.copyOf(signatures);
  }

  /** Returns a statement that nobody signed yet. */
  public static KeyStatement unsigned(String origin, KeyAct act) {
    return new KeyStatement(origin, act, List.of());
  }

  /** Returns what is signed: lines with their newlines. */
  public String text() {
    var text = new StringBuilder(MAGIC + "\n" + origin + "\n");
    switch (act) {
      case Introduce(VerifierKey key, KeyUse use, List<String> types) -> {
        text.append("introduce ").append(use.word()).append("\n").append(key.format());
        types.forEach(type -> text.append("\n").append(type));
      }
      case Retire(VerifierKey key) -> text.append("retire\n").append(key.format());
      case Revoke(VerifierKey key, long trustedSize) ->
          text.append("revoke ").append(trustedSize).append("\n").append(key.format());
    }
    return text.append("\n").toString();
  }

  /** Returns this statement with one more signature. */
  public KeyStatement signedBy(NoteSigner signer) {
    var all = new ArrayList<>(signatures);
    all.add(signer.signText(text()));
    return new KeyStatement(origin, act, all);
  }

  /** Returns this statement with the signatures of another one with the same text, too. */
  public KeyStatement withSignatures(List<NoteSignature> more) {
    var all = new ArrayList<>(signatures);
    all.addAll(more);
    return new KeyStatement(origin, act, all);
  }

  /** Tells whether there is a valid signature by {@code key}, and no invalid one. */
  public boolean isSignedBy(VerifierKey key) {
    var verifier = new NoteVerifier(key);
    var lines = signatures.stream().filter(line -> line.isBy(key)).toList();
    return !lines.isEmpty() && lines.stream().allMatch(line -> verifier.verifyText(text(), line));
  }

  /** Returns the signed statement as it is stored and sent. */
  public String format() {
    return new SignedNote(text(), signatures).format();
  }

  /**
   * Reads a signed statement and accepts only what {@link #format} would give again.
   *
   * @throws MalformedException on any other input
   */
  public static KeyStatement parse(String statement) {
    var note = SignedNote.parse(statement.getBytes(StandardCharsets.UTF_8));
    KeyStatement parsed = parseText(note.text());
    return new KeyStatement(parsed.origin(), parsed.act(), note.signatures());
  }

  /**
   * Reads the text of a statement, without signatures.
   *
   * @throws MalformedException if it is not what {@link #text} would give again
   */
  public static KeyStatement parseText(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length < 5 || !lines[0].equals(MAGIC)) {
      throw new MalformedException("not a " + MAGIC, 0);
    }
    try {
      KeyStatement parsed = unsigned(lines[1], act(lines));
      if (!parsed.text().equals(text)) {
        throw new MalformedException("the statement is not in its one form", 0);
      }
      return parsed;
    } catch (IllegalArgumentException e) {
      throw new MalformedException("statement: " + e.getMessage(), 0);
    }
  }

  private static KeyAct act(String[] lines) {
    var key = VerifierKey.parse(lines[3]);
    String[] words = lines[2].split(" ", -1);
    return switch (words[0]) {
      case "introduce" ->
          new Introduce(
              key,
              KeyUse.of(words.length == 2 ? words[1] : ""),
              List.of(lines).subList(4, lines.length - 1));
      case "retire" -> new Retire(key);
      case "revoke" -> new Revoke(key, words.length == 2 ? Long.parseLong(words[1]) : -1);
      default -> throw new IllegalArgumentException("'" + lines[2] + "' is nothing done to keys");
    };
  }
}
