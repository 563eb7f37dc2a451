package io.daybook.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.projections.audit.ActivityFilter;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecordSearchTest {
  @Test
  void whatIsBlankRestrictsNothing() {
    var search = new RecordSearch(null, "", "  ", null, null, "", null);

    assertThat(search.problems()).isEmpty();
    assertThat(search.filter()).isEqualTo(ActivityFilter.ALL);
    assertThat(search.cursor()).isNull();
  }

  @Test
  void everyFieldRestricts() {
    var search =
        new RecordSearch(
            " tkt_1 ",
            "usr_1",
            "TicketIssued",
            "2026-11-01T09:30",
            "2026-11-02T00:00:01Z",
            "7",
            "x");

    assertThat(search.problems()).isEmpty();
    assertThat(search.filter())
        .isEqualTo(
            new ActivityFilter(
                "tkt_1",
                "usr_1",
                "TicketIssued",
                Instant.parse("2026-11-01T09:30:00Z"),
                Instant.parse("2026-11-02T00:00:01Z"),
                7L));
    assertThat(search.cursor()).isEqualTo("x");
  }

  @Test
  void eachKindOfMistakeIsToldOnce() {
    var search =
        new RecordSearch("a\0b", "x".repeat(256), "", "yesterday", "2026-13-01T00:00", "-1", "");

    assertThat(search.problems()).hasSize(3);
  }

  @Test
  void aTextMayHave255CharactersAndAPosition18Digits() {
    var search =
        new RecordSearch("x".repeat(255), null, null, null, null, "999999999999999999", null);

    assertThat(search.problems()).isEmpty();
  }

  @Test
  void timesAreOfTheYears0To9999() {
    assertThat(RecordSearch.time("0000-01-01T00:00")).isPresent();
    assertThat(RecordSearch.time("-0001-12-31T23:59:59")).isEmpty();
    assertThat(RecordSearch.time("9999-12-31T23:59:59")).isPresent();
    assertThat(RecordSearch.time("+10000-01-01T00:00:00Z")).isEmpty();
  }
}
