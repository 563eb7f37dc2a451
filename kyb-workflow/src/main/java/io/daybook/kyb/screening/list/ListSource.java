package io.daybook.kyb.screening.list;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A list's file, and the files beside it.
 *
 * @param file may be compressed by gzip if its name ends in ".gz"
 */
record ListSource(Path file) {

  private static final int LONGEST_DECLARATION = 200;
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml[^>]{0,80}encoding\\s*=\\s*[\"']([^\"']+)[\"']");

  InputStream bytes() throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    return file.toString().endsWith(".gz") ? new UnpackedStream(bytes, Files.size(file)) : bytes;
  }

  /** The text in UTF-8; bytes that are not are an error, as the file is damaged. */
  Reader text() throws IOException {
    return text(StandardCharsets.UTF_8);
  }

  /** The text in the encoding that an XML file declares, and otherwise in UTF-8. */
  Reader declaredText() throws IOException {
    String start;
    try (var bytes = bytes()) {
      start = new String(bytes.readNBytes(LONGEST_DECLARATION), StandardCharsets.ISO_8859_1);
    }
    Matcher declared = DECLARED.matcher(start);
    if (!declared.find()) {
      return text();
    }
    try {
      return text(Charset.forName(declared.group(1)));
    } catch (IllegalArgumentException e) {
      throw new ListRefused("line 1: an encoding that is not known", e);
    }
  }

  private Reader text(Charset charset) throws IOException {
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    Reader text = new BufferedReader(new InputStreamReader(bytes(), decoder), 1 << 16);
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return text;
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
