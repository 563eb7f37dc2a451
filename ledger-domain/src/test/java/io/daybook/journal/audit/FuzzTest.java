package io.daybook.journal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.journal.Bytes;
import io.daybook.journal.audit.ExportFuzzer.Reader;
import io.daybook.journal.proof.TlogProof;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fuzzes every reader of an export with Jazzer, from the kept corpus on, for a few seconds. {@code
 * -Ddaybook.fuzz.seconds} makes it longer, {@code -Ddaybook.fuzz.corpus=write} writes the seeds and
 * keeps what was found.
 */
class FuzzTest {
  private static final Path CORPUS = Path.of("src/test/resources/fuzz");

  private final boolean isKept = "write".equals(System.getProperty("daybook.fuzz.corpus"));

  @TempDir private Path folder;

  @Test
  void theKeptCorpusIsTakenOrRefused() throws IOException {
    if (isKept) {
      writeSeeds();
    }
    try (Stream<Path> files = Files.list(CORPUS)) {
      for (Path file : files.toList()) {
        ExportFuzzer.fuzzerTestOneInput(Files.readAllBytes(file));
      }
    }
  }

  @Test
  void nothingThatJazzerThinksOfBreaksAReader() throws Exception {
    Path corpus = isKept ? CORPUS : Files.createDirectory(folder.resolve("corpus"));
    if (isKept) {
      writeSeeds();
    }
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process jazzer =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classes,
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + ExportFuzzer.class.getName(),
                "--instrumentation_includes=io.daybook.journal.**",
                "--reproducer_path=" + folder,
                corpus.toString(),
                CORPUS.toString(),
                "-artifact_prefix=" + folder + "/",
                "-timeout=20",
                "-max_len=65536",
                "-max_total_time=" + Integer.getInteger("daybook.fuzz.seconds", 10))
            .redirectErrorStream(true)
            .start();
    String output = new String(jazzer.getInputStream().readAllBytes(), UTF_8);

    assertThat(jazzer.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(jazzer.exitValue()).as(output).isZero();
    System.out.println(output.lines().filter(line -> line.startsWith("Done ")).findFirst());
  }

  private static void writeSeeds() throws IOException {
    SortedMap<String, byte[]> files = SampleLog.of(SampleEvents.story(12)).files(5);
    var log = SampleLog.of(SampleEvents.story(12));
    byte[] header = log.headers.get(4).encode();
    byte[] row = log.rows.get(4).encode();
    seed(Reader.HEADER, header);
    seed(Reader.ROW, row);
    byte[] first = log.headers.getFirst().encode();
    byte[] firstRow = log.rows.getFirst().encode();
    seed(
        Reader.SEALED,
        ByteBuffer.allocate(2 + first.length + firstRow.length)
            .putShort((short) first.length)
            .put(first)
            .put(firstRow)
            .array());
    seed(Reader.ENTRIES, file(files, "tile/entries/000.p/12"));
    seed(Reader.RECORDS, file(files, "records/000.p/12"));
    seed(Reader.NOTE, file(files, "checkpoint"));
    seed(Reader.POLICY, file(files, "policy"));
    seed(Reader.MANIFEST, file(files, "manifest"));
    seed(Reader.MODEL, file(files, "models/accounts"));
    String anchors =
        "daybook-anchors/v1\n5 %s 1 0x%s 7 0x%s 1790000009 0x%s\n"
            .formatted("0".repeat(64), "a".repeat(40), "b".repeat(64), "c".repeat(64));
    seed(Reader.ANCHORS, anchors.getBytes(UTF_8));
    seed(Reader.PAYLOAD, SampleEvents.entry("ent_1", 4500, 4500).getBytes(UTF_8));
    var proof =
        new TlogProof(
            Bytes.of(header),
            4,
            List.of(log.headers.getFirst().leafHash()),
            new String(file(files, "checkpoint"), UTF_8));
    seed(Reader.PROOF, proof.format().getBytes(UTF_8));
    var zip = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(zip)) {
      for (var entry : files.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
    seed(Reader.ZIP, zip.toByteArray());
  }

  private static byte[] file(SortedMap<String, byte[]> files, String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  private static void seed(Reader reader, byte[] input) throws IOException {
    byte[] data = new byte[input.length + 1];
    data[0] = (byte) List.of(Reader.values()).indexOf(reader);
    System.arraycopy(input, 0, data, 1, input.length);
    Files.createDirectories(CORPUS);
    Files.write(CORPUS.resolve("seed-" + reader.name().toLowerCase(Locale.ROOT)), data);
  }
}
