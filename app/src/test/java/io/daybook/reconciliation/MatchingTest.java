package io.daybook.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.Side;
import io.daybook.ledger.money.Money;
import io.daybook.reconciliation.Difference.Kind;
import io.daybook.reports.StatementLine;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which line of a statement is about which posting, and what is left. */
class MatchingTest {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

  @Test
  void referenceAndAmountMatchOnWhateverDay() {
    Matching.Result result = match(List.of(line("a1", 90, 100)), List.of(posted(1, "a1", 100)));

    assertThat(result.matched()).isOne();
    assertThat(result.differences()).isEmpty();
  }

  @Test
  void theSameReferenceWithAnotherAmountDiffers() {
    Matching.Result result = match(List.of(line("a1", 0, 90)), List.of(posted(1, "a1", 100)));

    assertThat(result.differences())
        .containsExactly(
            new Difference(
                1, Kind.DIFFERING, "a1", entry(1), Money.of("EUR", 90), Money.of("EUR", 100)));
    assertThat(result.differences().getFirst().excess()).isEqualTo(Money.of("EUR", -10));
  }

  @Test
  void anAmountMatchesWithinFiveDaysIfItIsTheOnlyOne() {
    assertThat(match(List.of(line("x1", 5, 100)), List.of(posted(1, "y1", 100))).matched()).isOne();
    assertThat(match(List.of(line("x1", 6, 100)), List.of(posted(1, "y1", 100))).matched())
        .isZero();
    assertThat(
            match(List.of(line("x1", 0, 100)), List.of(posted(1, "y1", 100), posted(2, "y2", 100)))
                .matched())
        .isZero();
  }

  @Test
  void whatOneSideAloneHasIsMissingOrUnexpected() {
    Matching.Result result = match(List.of(line("a1", 0, 70)), List.of(posted(1, "b1", -30)));

    assertThat(result.differences())
        .extracting(Difference::kind)
        .containsExactly(Kind.MISSING, Kind.UNEXPECTED);
    assertThat(result.differences())
        .extracting(Difference::excess)
        .containsExactly(Money.of("EUR", 70), Money.of("EUR", 30));
  }

  @Test
  void equalLinesNeedAsManyPostings() {
    Matching.Result result =
        match(
            List.of(line("a1", 0, 100), line("a1", 0, 100), line("a1", 0, 100)),
            List.of(posted(1, "a1", 100), posted(2, "a1", 100)));

    assertThat(result.matched()).isEqualTo(2);
    assertThat(result.differences()).extracting(Difference::kind).containsExactly(Kind.MISSING);
  }

  private static Matching.Result match(List<ExternalLine> file, List<StatementLine> ledger) {
    return Matching.of(EUR, file, ledger);
  }

  private static ExternalLine line(String reference, int daysLater, long amount) {
    return new ExternalLine(reference, DAY.plusDays(daysLater), amount);
  }

  private static StatementLine posted(int number, String reference, long amount) {
    return new StatementLine(
        entry(number),
        1,
        Instant.parse("2026-11-27T12:00:00Z"),
        amount > 0 ? Side.DEBIT : Side.CREDIT,
        BigInteger.valueOf(Math.abs(amount)),
        BigInteger.ZERO,
        "",
        reference,
        number);
  }

  private static EntryId entry(int number) {
    return new EntryId("ent_%026d".formatted(number));
  }
}
