package io.daybook.journal.audit;

import io.daybook.journal.Author;
import io.daybook.journal.AuthoredContent;
import io.daybook.journal.Header;
import io.daybook.journal.checkpoint.NoteVerifier;
import io.daybook.journal.keys.KnownKey;
import java.util.Optional;

/** Whether protected events were signed by an author who may (V15). */
final class AuthorCheck {
  private final KeyCheck keys;
  private final Findings findings;

  AuthorCheck(KeyCheck keys, Findings findings) {
    this.keys = keys;
    this.findings = findings;
  }

  /** Looks at the next header; all records before it have been taken by the key check. */
  void check(Leaf leaf, Header header) {
    Author author = header.author();
    String type = header.facts().format().type();
    if (author == null) {
      if (keys.history().isProtected(type)) {
        findings.checked(Check.V15);
        fail(leaf, type, "nobody's");
      }
      return;
    }
    findings.checked(Check.V15);
    Optional<KnownKey> key = keys.history().find(author.keyId());
    if (key.filter(known -> known.maySign(leaf.index(), type)).isEmpty()) {
      String state = key.isPresent() ? " may not sign it here" : " is not known here";
      fail(leaf, type, "key " + author.keyId() + state);
    } else if (!isSigned(header, author, key.get())) {
      fail(leaf, type, "an invalid signature by " + author.keyId());
    }
  }

  private static boolean isSigned(Header header, Author author, KnownKey key) {
    byte[] content =
        AuthoredContent.of(header.origin(), header.facts(), header.payloadCommitment());
    return new NoteVerifier(key.key()).verify(content, author.signature().toArray());
  }

  private void fail(Leaf leaf, String type, String actual) {
    findings.tampering(
        Check.V15,
        leaf.place(),
        "author's signature on " + type,
        "by a key that may sign this type here",
        actual);
  }

  void finish() {
    findings.skippedIfUnused(Check.V15, "no event of a type that needs an author's signature");
  }
}
