package io.daybook.kyb.screening.list;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list is read as a whole or not at all. */
class DamagedListsTest {
  private static final long SEED = 7;

  @TempDir private Path folder;

  /**
   * Cutting inside the last line's free text may leave a file that is complete in its own right.
   */
  @ParameterizedTest
  @ValueSource(strings = {"ofac/sdn_advanced.xml", "un.xml", "eu.xml", "uk.xml"})
  void anXmlListCutAnywhereIsRefused(String sample) throws IOException {
    byte[] whole = Files.readAllBytes(Path.of("samples", sample));
    int end = new String(whole, UTF_8).stripTrailing().getBytes(UTF_8).length;
    for (int length = 0; length < end; length += 37) {
      Path cut = Files.write(folder.resolve("cut.xml"), Arrays.copyOf(whole, length));

      assertThatThrownBy(() -> SampleListsTest.read(cut, Optional.empty()))
          .as("cut at %d", length)
          .isInstanceOf(ListRefused.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"own.csv", "targets.simple.csv", "uk.csv"})
  void aTableCutInsideARowIsRefused(String sample) throws IOException {
    String whole = Files.readString(Path.of("samples", sample));
    int rows = whole.lastIndexOf('\n', whole.length() - 2);
    int comma = whole.indexOf(',', rows);
    Path cut = Files.writeString(folder.resolve("cut.csv"), whole.substring(0, comma + 3));

    assertThatThrownBy(() -> SampleListsTest.read(cut, Optional.empty()))
        .isInstanceOf(ListRefused.class)
        .hasMessageContaining("cut");
  }

  @Test
  void aFileThatWasPackedToBurstIsRefused() throws IOException {
    Path packed = folder.resolve("list.csv.gz");
    pack(packed, "id,name\n1,Somebody Else\n");
    assertThat(SampleListsTest.read(packed, Optional.empty())).isNotNull();

    pack(packed, "id,name\n1,Somebody Else\n" + "\n".repeat(30_000_000));

    assertThatThrownBy(() -> SampleListsTest.read(packed, Optional.empty()))
        .isInstanceOf(ListRefused.class)
        .hasMessageContaining("unpacked");
  }

  private static void pack(Path file, String text) throws IOException {
    try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(UTF_8));
    }
  }

  @Test
  void aJsonListCutInsideALineIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(Path.of("samples", "entities.ftm.json"));
    for (int length = whole.length - 2; length > whole.length - 150; length -= 7) {
      Path cut = Files.write(folder.resolve("cut.json"), Arrays.copyOf(whole, length));

      assertThatThrownBy(() -> SampleListsTest.read(cut, Optional.empty()))
          .isInstanceOf(ListRefused.class);
    }
  }

  @Test
  void damagedBytesAreReadOrRefusedButNeverAnythingElse() throws IOException {
    var random = new SplittableRandom(SEED);
    List<String> samples =
        List.of(
            "own.csv", "entities.ftm.json", "ofac/sdn_advanced.xml", "un.xml", "eu.xml", "uk.csv");
    for (int i = 0; i < 600; i++) {
      String sample = samples.get(i % samples.size());
      byte[] bytes = Files.readAllBytes(Path.of("samples", sample));
      for (int j = 0; j < 4; j++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Path damaged = Files.write(folder.resolve("damaged"), bytes);
      try {
        assertThat(SampleListsTest.read(damaged, Optional.empty())).isNotEmpty();
      } catch (ListRefused e) {
        assertThat(e).hasMessageStartingWith("damaged: ");
      }
    }
  }

  @Test
  void anXmlListWithADocumentTypeIsRefused() throws IOException {
    Path hostile =
        Files.writeString(
            folder.resolve("hostile.xml"),
            """
            <?xml version="1.0"?>
            <!DOCTYPE export [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
            <export><sanctionEntity logicalId="1"><nameAlias wholeName="A B" strong="true"/></sanctionEntity>\
            <x>&secret;</x></export>
            """);

    assertThatThrownBy(() -> SampleListsTest.read(hostile, Optional.empty()))
        .isInstanceOf(ListRefused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "id,name\n",
        "id,title\n1,x\n",
        "id,name\n1,\"never closed\n",
        "id,name\n1,a\n1,b\n",
        "id,name\n,Nobody\n",
        "<other/>",
        "{\"id\":1",
        "{\"id\":\"1\",\"schema\":\"Person\"}",
        "id,name\n1,a\u0000b\n"
      })
  void whatIsNoListIsRefused(String text) throws IOException {
    Path list = Files.writeString(folder.resolve("list"), text);

    assertThatThrownBy(() -> SampleListsTest.read(list, Optional.empty()))
        .isInstanceOf(ListRefused.class);
  }

  @Test
  void aNameOfTenThousandCharactersIsRefused() throws IOException {
    Path list =
        Files.writeString(folder.resolve("list"), "id,name\n1," + "x".repeat(10_000) + "\n");

    assertThatThrownBy(() -> SampleListsTest.read(list, Optional.empty()))
        .isInstanceOf(ListRefused.class)
        .hasMessageContaining("10000");
  }
}
