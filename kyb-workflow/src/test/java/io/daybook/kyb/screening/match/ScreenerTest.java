package io.daybook.kyb.screening.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.kyb.screening.list.ListedEntity;
import io.daybook.kyb.screening.list.ListedName;
import io.daybook.kyb.screening.name.NameKind;
import io.daybook.kyb.screening.name.NameParser;
import io.daybook.kyb.screening.quality.QualityReport;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ScreenerTest {
  private static final String WALLET = "0x52908400098527886E0F7030069857D2E4169EE7";
  private static final ListedEntity VIKTOR =
      new ListedEntity(
          "v",
          NameKind.PERSON,
          List.of(
              new ListedName("Viktor Antonovich Drozdovsky", false),
              new ListedName("The Heron", true)),
          List.of("1964-03-17"),
          List.of("ru"),
          List.of("7301445566"),
          List.of(WALLET));
  private static final Screener SCREENER =
      new Screener(new ScreeningIndex(new NameParser(), List.of(VIKTOR)), ScreeningPolicy.STANDARD);

  @Test
  void findsAPersonWrittenInAnotherScript() {
    assertThat(hits(named("Дроздовский Виктор"))).hasSize(1);
  }

  @Test
  void aWeakAliasDoesNotAlertAlone() {
    assertThat(hits(named("The Heron"))).isEmpty();
  }

  @Test
  void aWeakAliasAlertsIfTheDateOfBirthAgrees() {
    assertThat(hits(query("The Heron", List.of("1964-03-17"), List.of()))).hasSize(1);
  }

  @Test
  void anotherYearOfBirthLowersTheScore() {
    Hit same = hits(query("Viktor Drozdovsky", List.of("1964"), List.of())).getFirst();
    List<Hit> other =
        SCREENER.screen(query("Viktor Drozdovsky", List.of("1971"), List.of()), 10, 0.1);

    assertThat(other.getFirst().score()).isLessThan(same.score());
    assertThat(other.getFirst().explanation()).contains("birth differs");
  }

  @Test
  void anotherCountryLowersTheScore() {
    List<Hit> other =
        SCREENER.screen(query("Viktor Drozdovsky", List.of(), List.of("fr")), 10, 0.1);

    assertThat(other.getFirst().explanation()).contains("country differs");
  }

  @Test
  void walletsAreComparedExactlyButInAnyCaseOfHex() {
    assertThat(hits(wallet(WALLET.toLowerCase(Locale.ROOT)))).hasSize(1);
    assertThat(hits(wallet(WALLET.replace('8', '9')))).isEmpty();
  }

  @Test
  void anIdentifierIsAHitByItself() {
    List<String> none = List.of();
    var query =
        new ScreeningQuery("q", none, NameKind.UNKNOWN, none, none, List.of("7301445566"), none);

    assertThat(hits(query))
        .singleElement()
        .satisfies(hit -> assertThat(hit.score()).isEqualTo(1))
        .satisfies(hit -> assertThat(hit.explanation()).isEqualTo("identifier 7301445566"));
  }

  @Test
  void aStrangerIsNoHit() {
    assertThat(hits(named("Martha Oakfield"))).isEmpty();
  }

  @Test
  void findsMadeUpPeopleUnderMangledNames() {
    List<ListedEntity> listed = QualityReport.madeUp(2_000, 11);
    var index = new ScreeningIndex(new NameParser(), listed);

    List<QualityReport.Row> rows =
        new QualityReport(index, ScreeningPolicy.STANDARD, listed, 12).measure(150);

    assertThat(rows.getFirst().share()).isGreaterThanOrEqualTo(0.99);
    assertThat(rows)
        .filteredOn(row -> row.what().equals("mangled: all"))
        .singleElement()
        .satisfies(row -> assertThat(row.share()).isGreaterThan(0.97));
  }

  private static List<Hit> hits(ScreeningQuery query) {
    return SCREENER.screen(query, 10);
  }

  private static ScreeningQuery named(String name) {
    return query(name, List.of(), List.of());
  }

  private static ScreeningQuery query(String name, List<String> births, List<String> countries) {
    return new ScreeningQuery(
        "q", List.of(name), NameKind.PERSON, births, countries, List.of(), List.of());
  }

  private static ScreeningQuery wallet(String address) {
    List<String> none = List.of();
    return new ScreeningQuery("q", none, NameKind.UNKNOWN, none, none, none, List.of(address));
  }
}
