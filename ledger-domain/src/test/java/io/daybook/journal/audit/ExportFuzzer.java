package io.daybook.journal.audit;

import io.daybook.journal.Bytes;
import io.daybook.journal.EntryBundle;
import io.daybook.journal.Header;
import io.daybook.journal.MalformedException;
import io.daybook.journal.RecordBundle;
import io.daybook.journal.SealedHeader;
import io.daybook.journal.StoredRecord;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.ExportManifest;
import io.daybook.journal.checkpoint.Policy;
import io.daybook.journal.checkpoint.SignedNote;
import io.daybook.journal.proof.TlogProof;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Hands bytes to every reader of an export, the first byte saying which: whatever they are, the
 * reader takes them in their one form, or refuses them in its own words.
 */
public final class ExportFuzzer {
  private ExportFuzzer() {}

  /** What a first byte stands for. */
  enum Reader {
    HEADER,
    ROW,
    SEALED,
    ENTRIES,
    RECORDS,
    NOTE,
    POLICY,
    MANIFEST,
    ANCHORS,
    MODEL,
    PROOF,
    PAYLOAD,
    ZIP
  }

  /** The entry point that Jazzer calls. */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length == 0) {
      return;
    }
    List<Reader> readers = List.of(Reader.values());
    try {
      read(
          readers.get((data[0] & 0xff) % readers.size()), Arrays.copyOfRange(data, 1, data.length));
    } catch (MalformedException | RuleViolation | UsageException e) {
      requireExplained(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireExplained(RuntimeException refusal) {
    if (String.valueOf(refusal.getMessage()).length() < 5) {
      throw new IllegalStateException("a refusal without a reason", refusal);
    }
  }

  private static void read(Reader reader, byte[] input) throws IOException {
    switch (reader) {
      case HEADER -> requireSame(Header.decode(input).encode(), input);
      case ROW -> requireSame(StoredRecord.decode(input).encode(), input);
      case SEALED -> readSealed(input);
      case ENTRIES -> requireSame(EntryBundle.encode(EntryBundle.decode(input)), input);
      case RECORDS -> readRecords(input);
      case NOTE -> Checkpoint.parse(SignedNote.parse(input).text());
      case POLICY -> Policy.parse(input);
      case MANIFEST -> ExportManifest.parse(input);
      case ANCHORS -> Anchors.parse(input);
      case MODEL -> readModel(input);
      case PROOF -> TlogProof.parse(input);
      case PAYLOAD -> readPayload(input);
      case ZIP -> verify(input);
    }
  }

  private static void requireSame(byte[] written, byte[] read) {
    if (!Arrays.equals(written, read)) {
      throw new IllegalStateException("read something that is not in its one form");
    }
  }

  /** A header and a row behind one another: the fast comparison must agree with the slow one. */
  private static void readSealed(byte[] input) {
    int split = input.length < 2 ? 0 : (input[0] & 0xff) << 8 | (input[1] & 0xff);
    if (input.length < 2 || split > input.length - 2) {
      return;
    }
    byte[] row = Arrays.copyOfRange(input, 2 + split, input.length);
    var sealed = SealedHeader.decode(Arrays.copyOfRange(input, 2, 2 + split));
    var payload = sealed.payloadOf(row, 0);
    if (payload.isPresent()) {
      StoredRecord stored = StoredRecord.decode(row);
      boolean agrees =
          stored.leafIndex() == 0
              && stored.facts().equals(sealed.header().facts())
              && payload.equals(Optional.ofNullable(stored.payload()));
      if (!agrees) {
        throw new IllegalStateException("took a row that is not the header's");
      }
    }
  }

  private static void readRecords(byte[] input) throws IOException {
    var bundle = new RecordBundle(new ByteArrayInputStream(input));
    while (bundle.next().isPresent()) {
      // Only whether it ends.
    }
  }

  private static void readModel(byte[] input) throws IOException {
    try (var file = ModelFile.open(new ByteArrayInputStream(input))) {
      while (file.next() != null) {
        // Only whether it ends.
      }
    }
  }

  private static void readPayload(byte[] input) {
    try (var domain = new DomainReplay(StateSink.NONE)) {
      domain.apply(0, "ledger.book.AccountOpened", Bytes.of(input));
      domain.apply(1, "ledger.book.EntryPosted", Bytes.of(input));
      domain.apply(2, "ticketing.ticket.TicketIssued", Bytes.of(input));
      domain.apply(3, "kyb.casefile.CaseOpened", Bytes.of(input));
    }
  }

  private static void verify(byte[] input) throws IOException {
    Path zip = Files.createTempFile("fuzzed", ".zip");
    try {
      Files.write(zip, input);
      new JournalVerifier(List.of(), List.of(), Progress.NONE).verify(zip);
    } finally {
      Files.delete(zip);
    }
  }
}
