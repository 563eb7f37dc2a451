package io.daybook.reconciliation;

import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.Side;
import io.daybook.ledger.money.Money;
import io.daybook.reports.StatementLine;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds for each line of a statement the posting that it is about, by three rules, one after the
 * other: same reference and amount; same reference; same amount within five days, if only one
 * posting has it. What is left on either side is a difference.
 */
final class Matching {
  private static final int DAYS = 5;

  private final Currency currency;
  private final List<ExternalLine> file;
  private final List<Posted> ledger;
  private final List<Difference> differences = new ArrayList<>();
  private int matched;

  /** A posting as a statement would have it: above zero for money that came in. */
  private record Posted(EntryId entry, String reference, LocalDate date, long amountMinor) {
    static Posted of(StatementLine line) {
      long amount = line.amountMinor().longValueExact();
      return new Posted(
          line.entry(),
          Reference.of(line.reference()),
          LocalDate.ofInstant(line.postedAt(), ZoneOffset.UTC),
          line.side() == Side.DEBIT ? amount : -amount);
    }
  }

  private Matching(Currency currency, List<ExternalLine> file, List<StatementLine> ledger) {
    this.currency = currency;
    this.file = new ArrayList<>(file);
    this.ledger = new ArrayList<>(ledger.stream().map(Posted::of).toList());
  }

  /**
   * What came out.
   *
   * @param matched how many lines of the statement the ledger has too
   */
  record Result(int matched, List<Difference> differences) {}

  static Result of(Currency currency, List<ExternalLine> file, List<StatementLine> ledger) {
    var matching = new Matching(currency, file, ledger);
    matching.match((line, posted) -> isSame(line, posted) && isEqual(line, posted), _ -> true);
    matching.findDiffering();
    matching.match(
        (line, posted) -> isEqual(line, posted) && isNear(line, posted), matching::isOnly);
    matching.file.forEach(line -> matching.add(Difference.Kind.MISSING, line, null));
    matching.ledger.forEach(posted -> matching.add(Difference.Kind.UNEXPECTED, null, posted));
    return new Result(matching.matched, matching.differences);
  }

  private static boolean isSame(ExternalLine line, Posted posted) {
    return !line.reference().isEmpty() && line.reference().equals(posted.reference());
  }

  private static boolean isEqual(ExternalLine line, Posted posted) {
    return line.amountMinor() == posted.amountMinor();
  }

  private static boolean isNear(ExternalLine line, Posted posted) {
    return Math.abs(ChronoUnit.DAYS.between(line.date(), posted.date())) <= DAYS;
  }

  /** Whether no other line and no other posting could be meant. */
  private boolean isOnly(ExternalLine line) {
    return file.stream().filter(other -> other.amountMinor() == line.amountMinor()).count() == 1
        && ledger.stream().filter(posted -> isEqual(line, posted) && isNear(line, posted)).count()
            == 1;
  }

  private void match(BiPredicate<ExternalLine, Posted> rule, Predicate<ExternalLine> condition) {
    for (Iterator<ExternalLine> lines = file.iterator(); lines.hasNext(); ) {
      ExternalLine line = lines.next();
      Optional<Posted> found =
          condition.test(line)
              ? ledger.stream().filter(posted -> rule.test(line, posted)).findFirst()
              : Optional.empty();
      if (found.isPresent()) {
        ledger.remove(found.get());
        lines.remove();
        matched++;
      }
    }
  }

  private void findDiffering() {
    for (Iterator<ExternalLine> lines = file.iterator(); lines.hasNext(); ) {
      ExternalLine line = lines.next();
      Optional<Posted> found = ledger.stream().filter(posted -> isSame(line, posted)).findFirst();
      if (found.isPresent()) {
        ledger.remove(found.get());
        lines.remove();
        add(Difference.Kind.DIFFERING, line, found.get());
      }
    }
  }

  private void add(Difference.Kind kind, @Nullable ExternalLine line, @Nullable Posted posted) {
    String reference = line != null ? line.reference() : posted != null ? posted.reference() : "";
    differences.add(
        new Difference(
            differences.size() + 1,
            kind,
            reference,
            posted == null ? null : posted.entry(),
            line == null ? null : new Money(currency, line.amountMinor()),
            posted == null ? null : new Money(currency, posted.amountMinor())));
  }
}
