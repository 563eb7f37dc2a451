package io.daybook.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path temporary;

  @Test
  void namesTheProcessThatHasTheFolderOpen() throws Exception {
    try (DataFolder folder = DataFolder.open(temporary)) {
      assertThatThrownBy(() -> DataFolder.open(temporary))
          .isInstanceOf(StartRefused.class)
          .hasMessage(
              "Daybook already runs on %s (process %d): stop that one first.",
              folder.path(), ProcessHandle.current().pid());
    }
  }

  @Test
  void opensAgainOnceItIsClosed() throws Exception {
    DataFolder.open(temporary).close();
    DataFolder.open(temporary).close();
  }

  @Test
  void refusesAReadOnlyFolder() throws Exception {
    Path folder = Files.createDirectory(temporary.resolve("data"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));

    assertThatThrownBy(() -> DataFolder.open(folder))
        .isInstanceOf(StartRefused.class)
        .hasMessage("The data folder %s is read-only.", folder);
  }

  @Test
  void refusesAFileInThePlaceOfTheFolder() throws Exception {
    Path file = Files.createFile(temporary.resolve("data"));

    assertThatThrownBy(() -> DataFolder.open(file)).isInstanceOf(StartRefused.class);
  }

  @Test
  void keepsSecretsFromOtherUsers() throws Exception {
    try (DataFolder folder = DataFolder.open(temporary.resolve("data"))) {
      folder.writePrivate("secret", "first");
      folder.writePrivate("secret", "second");

      assertThat(folder.read("secret")).isEqualTo("second");
      assertThat(permissions(folder.resolve("secret"))).isEqualTo("rw-------");
      assertThat(permissions(folder.path())).isEqualTo("rwx------");
    }
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
