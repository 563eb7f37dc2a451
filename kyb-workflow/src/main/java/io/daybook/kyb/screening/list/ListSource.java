package io.daybook.kyb.screening.list;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A list's file, and the files beside it.
 *
 * @param file may be compressed by gzip if its name ends in ".gz"
 */
record ListSource(Path file) {

  InputStream bytes() throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
  }

  /** The text in UTF-8; bytes that are not are an error, as the file is damaged. */
  Reader text() throws IOException {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    return new BufferedReader(new InputStreamReader(bytes(), decoder), 1 << 16);
  }

  /** The text of a format that is published in Latin-1. */
  Reader latin1() throws IOException {
    return new BufferedReader(new InputStreamReader(bytes(), StandardCharsets.ISO_8859_1), 1 << 16);
  }

  /** The file with another name in the same folder. */
  ListSource beside(String name) {
    return new ListSource(file.resolveSibling(name));
  }

  boolean exists() {
    return Files.isRegularFile(file);
  }
}
