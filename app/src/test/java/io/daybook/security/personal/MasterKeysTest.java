package io.daybook.security.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.database.DataFolder;
import io.daybook.database.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeysTest {
  private static final String PASSWORD = "a password";

  @TempDir private Path temporary;
  private DataFolder folder;

  @BeforeEach
  void open() {
    folder = DataFolder.open(temporary.resolve("data"));
  }

  @AfterEach
  void close() throws IOException {
    folder.close();
  }

  @Test
  void theFirstMasterIsMadeOnceAndStays() {
    MasterKeys made = MasterKeys.open(folder, PASSWORD);
    MasterKeys again = MasterKeys.open(folder, PASSWORD);

    assertThat(again.get(1)).isEqualTo(made.get(1));
    assertThat(again.index()).isEqualTo(made.index());
  }

  @Test
  void aMasterAddedByAnotherProcessIsFound() {
    MasterKeys mine = MasterKeys.open(folder, PASSWORD);
    MasterKeys other = MasterKeys.open(folder, PASSWORD);
    other.add(2);

    assertThat(mine.get(2)).isEqualTo(other.get(2)).isNotEqualTo(mine.get(1));
  }

  @Test
  void addingAgainMakesNoOtherKey() {
    MasterKeys keys = MasterKeys.open(folder, PASSWORD);
    keys.add(2);
    var second = keys.get(2);
    keys.add(2);

    assertThat(keys.get(2)).isEqualTo(second);
  }

  @Test
  void aRemovedMasterIsNoLongerInTheFile() {
    MasterKeys keys = MasterKeys.open(folder, PASSWORD);
    keys.add(2);
    keys.removeBefore(2);

    assertThatThrownBy(() -> MasterKeys.open(folder, PASSWORD).get(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("master-1");
    assertThat(MasterKeys.open(folder, PASSWORD).index()).isEqualTo(keys.index());
  }

  /** The old file's blocks are overwritten, which a name that still points to them shows. */
  @Test
  void theOldFileIsOverwritten() throws IOException {
    MasterKeys keys = MasterKeys.open(folder, PASSWORD);
    Path link = temporary.resolve("link");
    Files.createLink(link, folder.resolve(MasterKeys.FILE));
    keys.add(2);

    assertThat(Files.readAllBytes(link)).containsOnly(0);
  }

  @Test
  void anotherPasswordIsRefusedInOneLine() {
    MasterKeys.open(folder, PASSWORD);

    assertThatThrownBy(() -> MasterKeys.open(folder, "another"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(MasterKeys.FILE);
  }
}
