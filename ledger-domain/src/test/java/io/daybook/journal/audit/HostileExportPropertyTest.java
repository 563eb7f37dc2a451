package io.daybook.journal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever an export holds, the command ends with a clear word and never with a stack trace. */
class HostileExportPropertyTest {
  private final long seed = Long.getLong("daybook.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final SortedMap<String, byte[]> files = SampleLog.of(SampleEvents.story(20)).files(5);

  @TempDir private Path folder;

  @Test
  void filesCutPaddedOrReplacedByNoise() {
    System.out.println("HostileExportPropertyTest -Ddaybook.seed=" + seed);
    List<String> names = List.copyOf(files.keySet());
    for (int round = 0; round < 150; round++) {
      var changed = new TreeMap<>(files);
      String name = names.get(random.nextInt(names.size()));
      changed.compute(name, (_, bytes) -> mangle(Objects.requireNonNull(bytes)));

      assertThat(verify(SampleLog.write(changed, folder)))
          .as("%s in round %s", name, round)
          .isPositive();
    }
  }

  @Test
  void lengthsOfGigabytes() {
    files.put("records/000.p/20", new byte[] {(byte) 0xff, -1, -1, -1, 0});
    assertThat(verify(SampleLog.write(files, folder))).isEqualTo(1);

    files.put("tile/entries/000.p/20", new byte[] {-1, -1, (byte) 0x9b, -1, -1, -1, -1, -1});
    assertThat(verify(SampleLog.write(files, folder))).isEqualTo(1);
  }

  @Test
  void aHeaderThatPromisesTwoBillionElements() {
    byte[] header = {(byte) 0x9a, 0x7f, -1, -1, -1};
    files.put("tile/entries/000.p/20", new byte[] {0, 5, header[0], header[1], -1, -1, -1});

    assertThat(verify(SampleLog.write(files, folder))).isEqualTo(1);
  }

  @Test
  void aCheckpointOfAnImpossibleSize() {
    String note = new String(Objects.requireNonNull(files.get("checkpoint")), UTF_8);
    for (String size : List.of("9223372036854775807", "18446744073709551616", "-1", "020", "")) {
      files.put("checkpoint", note.replaceFirst("\n20\n", "\n" + size + "\n").getBytes(UTF_8));

      assertThat(verify(SampleLog.write(files, folder))).as(size).isEqualTo(1);
    }
  }

  @Test
  void aFolderWhereAFileIsExpected() throws IOException {
    for (String name : List.of("checkpoint", "policy", "records/000.p/20", "tile/0/000.p/20")) {
      Path export = SampleLog.write(files, folder.resolve(name.replace('/', '_')));
      Files.delete(export.resolve(name));
      Files.createDirectory(export.resolve(name));

      assertThat(verify(export)).as(name).isEqualTo(2);
    }
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    Path elsewhere = SampleLog.write(files, folder.resolve("elsewhere"));
    Path export = SampleLog.write(files, folder.resolve("export"));
    Files.delete(export.resolve("checkpoint"));
    Files.createSymbolicLink(export.resolve("checkpoint"), elsewhere.resolve("checkpoint"));
    assertThat(verify(export)).isEqualTo(2);

    Path second = SampleLog.write(files, folder.resolve("second"));
    Files.move(second.resolve("records"), folder.resolve("moved"));
    Files.createSymbolicLink(second.resolve("records"), folder.resolve("moved"));
    assertThat(verify(second)).isEqualTo(1); // The link itself is a file that nobody named.
  }

  @Test
  void aZipFileIsReadAsItsFolder() throws IOException {
    assertThat(verify(zip(files, ""))).isZero();
    assertThat(verify(zip(files, "export/"))).isZero();
  }

  @Test
  void aZipFileWithNamesThatLeaveIt() throws IOException {
    var slipping = new TreeMap<>(files);
    slipping.put("../../checkpoint", Objects.requireNonNull(files.get("checkpoint")));

    assertThat(verify(zip(slipping, ""))).isBetween(2, 3);
    assertThat(folder.resolve("../../checkpoint")).doesNotExist();
  }

  @Test
  void brokenZipFiles() throws IOException {
    byte[] whole = Files.readAllBytes(zip(files, ""));
    for (int round = 0; round < 60; round++) {
      Path file = folder.resolve("broken.zip");
      Files.write(file, mangle(whole));
      assertThat(verify(file)).as("round %s", round).isBetween(0, 3);
    }
  }

  @Test
  void whatIsNoExportAtAll() throws IOException {
    assertThat(verify(folder.resolve("nowhere"))).isEqualTo(3);
    assertThat(verify(Files.createDirectory(folder.resolve("empty")))).isEqualTo(2);
    assertThat(verify(Files.writeString(folder.resolve("text"), "no zip"))).isEqualTo(3);
  }

  private byte[] mangle(byte[] bytes) {
    int at = random.nextInt(bytes.length);
    return switch (random.nextInt(4)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1 -> Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(100));
      case 2 -> {
        byte[] noise = new byte[1 + random.nextInt(5000)];
        random.nextBytes(noise);
        yield noise;
      }
      default -> {
        byte[] changed = bytes.clone();
        changed[at] ^= (byte) 0x80; // Breaks UTF-8 and lengths.
        yield changed;
      }
    };
  }

  private Path zip(Map<String, byte[]> entries, String prefix) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(prefix + entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    Path file = folder.resolve("export.zip");
    Files.write(file, bytes.toByteArray());
    return file;
  }

  private static int verify(Path export) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exitCode =
        Auditor.run(new PrintWriter(out), new PrintWriter(err), "verify", export.toString());
    assertThat(out + err.toString()).doesNotContain("Exception").doesNotContain("\tat ");
    assertThat(out + err.toString()).isNotBlank();
    return exitCode;
  }
}
