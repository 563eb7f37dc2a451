package io.daybook.kyb.screening.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NameComparisonPropertyTest {
  private static final long SEED = 20_261_127;
  private static final List<NameKind> KINDS = List.of(NameKind.values());
  private static final NameParser PARSER = new NameParser();
  private static final String LETTERS =
      "aeiou bcdfghjklmnpqrstvwxyz AEIOU'"
          + " -.,0123456789àßøžçжаиюшбρωםאعمح김정은习近平タナ&()\"\uD83D\uDE00\u200D";

  private final NameComparison comparison = new NameComparison(PARSER, NameWeights.STANDARD);

  @Test
  void anyTextsScoreBetweenZeroAndOneAndATextIsLikeItself() {
    var random = new SplittableRandom(SEED);
    for (int i = 0; i < 20_000; i++) {
      String one = text(random);
      String other = text(random);
      NameKind kind = KINDS.get(random.nextInt(KINDS.size()));
      for (ParsedName query : PARSER.parse(one, kind)) {
        for (ParsedName listed : PARSER.parse(other, kind)) {
          assertThat(comparison.score(query, listed)).as("%s | %s", one, other).isBetween(0.0, 1.0);
        }
      }
      assertThat(best(PARSER.parse(one, kind))).as(one).isEqualTo(1);
    }
  }

  @Test
  void theExplanationNamesEveryPartOnce() {
    var random = new SplittableRandom(SEED + 1);
    for (int i = 0; i < 2_000; i++) {
      for (ParsedName query : PARSER.parse(text(random), NameKind.PERSON)) {
        for (ParsedName listed : PARSER.parse(text(random), NameKind.PERSON)) {
          if (query.isComparableWith(listed) && query.writing() == ParsedName.Writing.LATIN) {
            assertExplained(query, listed);
          }
        }
      }
    }
  }

  private void assertExplained(ParsedName query, ParsedName listed) {
    List<PartMatch> rows = comparison.explain(query, listed).rows();
    long asked = rows.stream().mapToLong(row -> words(row.query())).sum();
    long known = rows.stream().mapToLong(row -> words(row.listed())).sum();
    assertThat(asked).isEqualTo(query.parts().size());
    assertThat(known).isEqualTo(listed.parts().size());
  }

  @Test
  void aNameOfTenThousandCharactersIsRefused() {
    assertThatThrownBy(() -> PARSER.parse("a".repeat(10_000), NameKind.PERSON))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("10000");
  }

  @Test
  void aNameOfManyPartsIsCompared() {
    ParsedName name = PARSER.parse("ab ".repeat(333), NameKind.PERSON).getFirst();

    assertThat(comparison.score(name, name)).isEqualTo(1);
  }

  private double best(List<ParsedName> names) {
    return names.stream()
        .flatMapToDouble(one -> names.stream().mapToDouble(other -> comparison.score(one, other)))
        .max()
        .orElse(1);
  }

  private static long words(String text) {
    return text.isEmpty() ? 0 : text.chars().filter(c -> c == ' ').count() + 1;
  }

  private static String text(SplittableRandom random) {
    int[] points = LETTERS.codePoints().toArray();
    var text = new StringBuilder();
    int length = random.nextInt(40);
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.toString();
  }
}
