package io.daybook.journal.audit;

import io.daybook.journal.LogLayout;
import io.daybook.journal.MalformedException;
import io.daybook.journal.RecordHash;
import io.daybook.journal.audit.Finding.Place;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.ExportManifest;
import io.daybook.journal.checkpoint.ExportManifest.Item;
import io.daybook.journal.checkpoint.VerifierKey;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares the export's files with its signed manifest (V22): each is there as it was exported, and
 * nothing else is. What the checkpoint commits to is left to the checks of tree and rows.
 */
final class ManifestCheck {
  private final ExportFiles files;
  private final Findings findings;
  private final Collection<VerifierKey> keys;
  private final Checkpoint newest;

  ManifestCheck(
      ExportFiles files, Findings findings, Collection<VerifierKey> keys, Checkpoint newest) {
    this.files = files;
    this.findings = findings;
    this.keys = keys;
    this.newest = newest;
  }

  void run() {
    try {
      var signed = ExportManifest.parse(files.read(ExportManifest.NAME, ExportManifest.MAX_BYTES));
      findings.checked(Check.V22);
      checkSignatures(signed);
      checkLog(signed.manifest());
      signed.manifest().files().forEach(this::checkFile);
      checkStrays(signed.manifest().files().stream().map(Item::name).collect(Collectors.toSet()));
    } catch (MalformedException e) {
      differs(ExportManifest.NAME, "a well-formed manifest", e.getMessage());
    } catch (IOException e) {
      findings.incomplete(Check.V22, ExportManifest.NAME, ExportFiles.reason(e));
    }
  }

  private void checkSignatures(ExportManifest.Signed signed) {
    Checkpoint statement = signed.manifest().statement();
    for (VerifierKey key : keys) {
      if (!signed.note().isSignedBy(key, statement)) {
        differs(ExportManifest.NAME, "a valid signature by " + key, "no valid signature");
      }
    }
  }

  private void checkLog(ExportManifest manifest) throws IOException {
    if (!manifest.log().equals(newest)) {
      differs(
          "checkpoint of the manifest",
          newest.size() + " records, root " + newest.rootHash() + " as in the checkpoint",
          manifest.log().size() + " records, root " + manifest.log().rootHash());
    }
    long[] sizes = files.olderCheckpoints();
    var older = Arrays.stream(sizes).filter(size -> size < newest.size()).boxed().toList();
    if (older.size() != manifest.older()
        || !ExportManifest.digestOf(older).equals(manifest.olderDigest())) {
      differs(
          "list of older checkpoints",
          manifest.older() + " checkpoints, digest " + manifest.olderDigest(),
          older.size() + " checkpoints, digest " + ExportManifest.digestOf(older));
    }
  }

  private void checkFile(Item item) {
    findings.checked(Check.V22);
    try (InputStream in = files.stream(item.name())) {
      var digest = MessageDigest.getInstance("SHA-256");
      long length = drain(in, digest, item.length());
      var hash = RecordHash.of(digest.digest());
      if (length != item.length() || !hash.equals(item.hash())) {
        differs(
            item.name(),
            item.length() + " bytes, SHA-256 " + item.hash(),
            (length > item.length() ? "more" : String.valueOf(length)) + " bytes, SHA-256 " + hash);
      }
    } catch (IOException e) {
      findings.incomplete(Check.V22, item.name(), ExportFiles.reason(e));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static long drain(InputStream in, MessageDigest digest, long promised)
      throws IOException {
    byte[] buffer = new byte[1 << 16];
    long length = 0;
    for (int read = in.read(buffer); read >= 0 && length <= promised; read = in.read(buffer)) {
      digest.update(buffer, 0, read);
      length += read;
    }
    return length;
  }

  private void checkStrays(Set<String> named) throws IOException {
    files.forEach(name -> {
      findings.checked(Check.V22);
      if (!named.contains(name) && !belongs(name)) {
        differs(name, "no such file: the manifest does not name it", "a file");
      }
    });
  }

  private boolean belongs(String name) {
    return switch (name) {
      case ExportManifest.NAME, LogLayout.CHECKPOINT -> true;
      default -> ExportFiles.isCheckpoint(name) || LogLayout.isPart(name, newest.size());
    };
  }

  private void differs(String what, String expected, String actual) {
    findings.tampering(Check.V22, Place.NOWHERE, what, expected, actual);
  }
}
