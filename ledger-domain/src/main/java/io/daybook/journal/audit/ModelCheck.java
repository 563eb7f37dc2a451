package io.daybook.journal.audit;

import io.daybook.journal.MalformedException;
import io.daybook.journal.audit.Finding.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the exported read models with what the replay gives at their position (V20), and ticket
 * owners read from a chain with the journal at the anchored record (V21).
 */
final class ModelCheck {
  private static final List<String> MODELS = List.of("accounts", "tickets", "cases");

  private final DomainReplay domain;
  private final Findings findings;
  private final RecordSource records;
  private final Map<String, Source> waiting = new HashMap<>();
  private String stopped = "";

  ModelCheck(DomainReplay domain, Findings findings, RecordSource records) {
    this.domain = domain;
    this.findings = findings;
    this.records = records;
  }

  /** A file that can be read again and again. */
  private record Source(Check check, String name, long position, Opener opener) {
    ModelFile read() throws IOException {
      return ModelFile.open(opener.open());
    }
  }

  /** Opens a file. */
  private interface Opener {
    InputStream open() throws IOException;
  }

  /** Looks which models the export has. */
  void open(ExportFiles files, Optional<Path> owners) {
    for (String model : MODELS) {
      String name = name(model);
      if (files.exists(name)) {
        await(model, new Source(Check.V20, name, -1, () -> files.stream(name)));
      }
    }
    if (waiting.isEmpty()) {
      findings.notPresent(Check.V20, "the export holds no read models");
    }
    if (owners.isPresent()) {
      var file = owners.get();
      await("owners", new Source(Check.V21, "--owners", -1, () -> Files.newInputStream(file)));
    } else {
      findings.notPresent(
          Check.V21, "optional: needs owners read from the chain while online; pass --owners");
    }
    reached(-1);
  }

  /** Names a model's file. */
  static String name(String model) {
    return "models/" + model;
  }

  private void await(String model, Source source) {
    try (var file = source.read()) {
      if (!file.name().equals(model)) {
        malformed(source, "a head '" + model + " <position>'", file.name());
        return;
      }
      waiting.put(
          model, new Source(source.check(), source.name(), file.position(), source.opener()));
    } catch (MalformedException e) {
      malformed(source, "a read model", e.getMessage());
    } catch (IOException e) {
      findings.incomplete(source.check(), source.name(), ExportFiles.reason(e));
    }
  }

  private void malformed(Source source, String expected, String actual) {
    findings.tampering(source.check(), Place.NOWHERE, source.name(), expected, actual);
  }

  /** Compares every model whose last record is the one at {@code index}. */
  void reached(long index) {
    if (waiting.isEmpty()) {
      return;
    }
    for (var model : List.copyOf(waiting.entrySet())) {
      if (model.getValue().position() == index) {
        waiting.remove(model.getKey());
        compare(model.getKey(), model.getValue());
      }
    }
  }

  private void compare(String model, Source source) {
    try (var file = source.read()) {
      new Comparison(source, domain.rows(model), file).run();
    } catch (MalformedException e) {
      malformed(source, "a read model", e.getMessage());
    } catch (IOException e) {
      findings.incomplete(source.check(), source.name(), ExportFiles.reason(e));
    }
  }

  /** One pass through one file. */
  private final class Comparison {
    private final Source source;
    private final ModelRows rows;
    private final ModelFile file;
    private long found;

    Comparison(Source source, ModelRows rows, ModelFile file) {
      this.source = source;
      this.rows = rows;
      this.file = file;
    }

    void run() throws IOException {
      findings.checked(source.check());
      String before = "";
      for (String[] columns = file.next(); columns != null; columns = file.next()) {
        findings.checked(source.check());
        if (ModelFile.compare(before, rows.key(columns)) >= 0) {
          differs(Place.NOWHERE, columns, "rows sorted by key, none twice");
        }
        before = rows.key(columns);
        compare(columns);
      }
      if (found < rows.count()) {
        reportMissing();
      }
    }

    private void compare(String[] columns) {
      long place = rows.find(columns);
      if (place < 0) {
        differs(new Place(-1, columns[0]), columns, "no such row: no record gives it");
        return;
      }
      found++;
      if (!rows.matches(place, columns)) {
        long record = rows.recordOf(place);
        differs(new Place(record, columns[0]), columns, expected(place, record));
      }
    }

    private void differs(Place place, String[] columns, String expected) {
      String line = "line " + file.line() + " of " + source.name();
      findings.tampering(source.check(), place, line, expected, String.join(" ", columns));
    }

    private String expected(long place, long record) {
      return records
          .payload(record)
          .map(payload -> rows.describe(place, StrictJson.parse(payload)).replace('\t', ' '))
          .orElse("the row that record " + record + " gives");
    }

    private void reportMissing() throws IOException {
      try (var seen = new ScratchTable(0);
          var again = source.read()) {
        for (String[] columns = again.next(); columns != null; columns = again.next()) {
          long place = rows.find(columns);
          if (place >= 0) {
            seen.addIfAbsent(new ShortHash(place + 1, place));
          }
        }
        for (long place = rows.next(0); place >= 0; place = rows.next(place + 1)) {
          if (seen.find(new ShortHash(place + 1, place)) == ScratchTable.NOWHERE) {
            long record = rows.recordOf(place);
            findings.tampering(
                source.check(),
                Place.leaf(record),
                "row in " + source.name(),
                expected(place, record),
                "missing");
          }
        }
      }
    }
  }

  /** Notes why models of later records cannot be compared. */
  void stop(String reason) {
    stopped = reason;
  }

  void finish() {
    for (Source source : waiting.values()) {
      if (!stopped.isEmpty()) {
        findings.skipped(source.check(), stopped);
      } else {
        String what = "record " + source.position() + ", which " + source.name() + " contains";
        findings.incomplete(source.check(), what, "missing");
      }
    }
  }
}
