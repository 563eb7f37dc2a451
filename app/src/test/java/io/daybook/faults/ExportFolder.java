package io.daybook.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** An export that somebody tampers with. */
record ExportFolder(Path path) {
  private static final String HEADERS = "tile/entries/000";
  private static final String ROWS = "records/000";

  /** Copies this export to {@code target}. */
  ExportFolder copyTo(Path target) {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = target.resolve(path.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
      return new ExportFolder(target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Audit verify() {
    return Audit.run("verify", path.toString(), "--json");
  }

  void edit(String name, UnaryOperator<byte[]> change) {
    try {
      Files.write(path.resolve(name), change.apply(Files.readAllBytes(path.resolve(name))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes the list of the first 256 headers, each with its length of 2 bytes. */
  void editHeaders(Consumer<List<byte[]>> change) {
    edit(HEADERS, bundle -> framed(bundle, Short.BYTES, change));
  }

  /** Changes the list of the first 256 rows, each with its length of 4 bytes. */
  void editRows(Consumer<List<byte[]>> change) {
    edit(ROWS, bundle -> framed(bundle, Integer.BYTES, change));
  }

  /** Returns the index of the first row that has {@code text} in it. */
  int rowWith(String text) {
    var found = new ArrayList<Integer>();
    editRows(rows -> {
      for (int i = 0; i < rows.size(); i++) {
        if (new String(rows.get(i), StandardCharsets.ISO_8859_1).contains(text)) {
          found.add(i);
        }
      }
    });
    return found.getFirst();
  }

  /** Replaces the first {@code text} in {@code bytes} by another of the same length. */
  static void replace(byte[] bytes, String text, String other) {
    int start = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    if (start < 0 || text.length() != other.length()) {
      throw new IllegalArgumentException("no '" + text + "' to replace by '" + other + "'");
    }
    System.arraycopy(other.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, start, other.length());
  }

  private static byte[] framed(byte[] bundle, int lengthBytes, Consumer<List<byte[]>> change) {
    var frames = new ArrayList<byte[]>();
    var in = ByteBuffer.wrap(bundle);
    while (in.hasRemaining()) {
      byte[] frame = new byte[lengthBytes == Short.BYTES ? in.getShort() & 0xffff : in.getInt()];
      in.get(frame);
      frames.add(frame);
    }
    change.accept(frames);
    var out = new ByteArrayOutputStream();
    for (byte[] frame : frames) {
      var length = ByteBuffer.allocate(Integer.BYTES).putInt(frame.length).array();
      out.write(length, Integer.BYTES - lengthBytes, lengthBytes);
      out.write(frame, 0, frame.length);
    }
    return out.toByteArray();
  }
}
