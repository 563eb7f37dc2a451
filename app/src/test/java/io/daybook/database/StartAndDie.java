package io.daybook.database;

import java.nio.file.Path;

/** Starts the embedded server and ends at once, as after {@code kill -9}: the server lives on. */
final class StartAndDie {
  static final int EXIT_CODE = 9;

  private StartAndDie() {}

  public static void main(String[] arguments) {
    EmbeddedPostgres postgres =
        EmbeddedPostgres.start(
            DataFolder.open(Path.of(arguments[0])),
            null,
            PostgresPrograms.unpackInto(Path.of(arguments[1])));
    if (postgres.port() > 0) {
      Runtime.getRuntime().halt(EXIT_CODE);
    }
  }
}
