package io.daybook.journal.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.journal.RecordHash;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class Rfc6962VectorTest {
  @Test
  void everyPublishedRootComesOut() throws IOException {
    var frontier = new Frontier();
    for (String line : vectors("rfc6962-trees.txt")) {
      String[] columns = line.split(" ", 2);
      if (!columns[0].equals("root-of-empty")) {
        String leaf = columns[0].equals("-") ? "" : columns[0];
        frontier.append(RecordHash.ofLeaf(HexFormat.of().parseHex(leaf)));
      }
      assertThat(frontier.root().toHex()).as(line).isEqualTo(columns[1]);
    }
    assertThat(frontier.size()).isEqualTo(8);
  }

  private static List<String> vectors(String file) throws IOException {
    try (var in = Rfc6962VectorTest.class.getResourceAsStream("/vectors/" + file)) {
      String text = new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }
}
