package io.daybook.kyb.screening.name;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.kyb.screening.name.PartMatch.Kind;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PartMatchTest {
  private static final List<PartMatch> ROWS =
      List.of(
          new PartMatch(Kind.LITERAL, "anna", "anna", 1, 0.8),
          new PartMatch(Kind.FUZZY, "berg", "bergh", 0.97, 1.25),
          new PartMatch(Kind.SYMBOL, "a b", "c", 0.9, 12),
          new PartMatch(Kind.MISSING, "", "von", 0, 0.1),
          new PartMatch(Kind.EXTRA, "dr", "", 0, 0.05));

  @Test
  void readsWhatItWrote() {
    assertThat(PartMatch.readAll("Anna Berg = Anna Bergh: " + text() + "; birth agrees"))
        .isEqualTo(ROWS);
    assertThat(PartMatch.readAll(text())).isEqualTo(ROWS);
  }

  @Test
  void takesNoNameForARow() {
    assertThat(PartMatch.readAll("literal[x 1.00 w9.99] = y: " + text())).isEqualTo(ROWS);
    assertThat(PartMatch.readAll("literal[x 1.00 w9.99] = y: ")).isEmpty();
    assertThat(PartMatch.readAll("identifier 7301445566")).isEmpty();
    assertThat(PartMatch.readAll("fuzzy[without a middle 1.00 w1.00]")).isEmpty();
  }

  private static String text() {
    return ROWS.stream().map(PartMatch::toString).collect(Collectors.joining(" "));
  }
}
