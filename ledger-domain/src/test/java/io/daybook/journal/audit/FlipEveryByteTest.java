package io.daybook.journal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No byte of an export can change unnoticed, whichever file it is in. */
class FlipEveryByteTest {
  private final long seed = Long.getLong("daybook.seed", System.nanoTime());

  @TempDir private Path folder;

  @Test
  void everyChangedByteIsNoticedEvenWithoutTrustedKeys() throws IOException {
    System.out.println("FlipEveryByteTest -Ddaybook.seed=" + seed);
    var random = new Random(seed);
    var files = SampleLog.of(SampleEvents.story(4)).files();
    SampleLog.write(files, folder);
    assertThat(exitCode()).isZero();

    for (var file : files.entrySet()) {
      byte[] bytes = file.getValue();
      Path path = folder.resolve(file.getKey());
      for (int at = 0; at < bytes.length; at++) {
        byte[] changed = bytes.clone();
        changed[at] ^= (byte) (1 + random.nextInt(255));
        SampleLog.write(path, changed);
        assertThat(exitCode()).as("byte %s of %s", at, file.getKey()).isBetween(1, 2);
      }
      SampleLog.write(path, bytes);
    }
    assertThat(exitCode()).isZero();
  }

  private int exitCode() throws IOException {
    return new JournalVerifier(List.of(), List.of(), Progress.NONE)
        .verify(folder)
        .verdict()
        .exitCode();
  }
}
