package io.daybook.faults;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes words that are found again wherever they are. */
final class Words {
  private final String person;
  private final Set<String> words = new TreeSet<>();

  /** All words contain {@code person}, which no other test makes. */
  Words(String person) {
    this.person = person;
  }

  String of(String what) {
    String word = "canary" + what + person;
    words.add(word);
    return word;
  }

  List<String> all() {
    return List.copyOf(words);
  }

  /** Returns the ways in which a word may stand in a file. */
  static Stream<String> encodings(String word) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    String hex = HexFormat.of().formatHex(bytes);
    Stream<String> base64 = IntStream.range(0, 3).mapToObj(shift -> base64(bytes, shift));
    String wide = new String(word.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    return Stream.concat(
        Stream.of(word, wide, hex, hex.toUpperCase(java.util.Locale.ROOT)), base64);
  }

  /** What is the same in base64 whatever stands {@code shift} bytes before and after. */
  private static String base64(byte[] bytes, int shift) {
    byte[] shifted = new byte[bytes.length + shift];
    System.arraycopy(bytes, 0, shifted, shift, bytes.length);
    String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    return encoded.substring(4, encoded.length() - 4);
  }
}
