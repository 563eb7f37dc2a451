package io.daybook.reports;

import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.Side;
import io.daybook.projections.shared.Column;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shared.Row;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes reports on a book as of any time, each from one state of the read models.
 *
 * <p>The time of an entry is that of its event. A report ends before the moment that is asked for.
 */
public final class Reports {
  /** How many lines a report has at most. */
  public static final int MAX_LINES = 100_000;

  private static final String SUMS =
      """
      select a.account_id, a.kind, a.currency, a.opened_at,
        coalesce(s.debits, 0) as debits_minor, coalesce(s.credits, 0) as credits_minor
      from read.accounts as a
      left join (
        select p.account_id,
          sum(p.amount_minor) filter (where p.side = 'DEBIT') as debits,
          sum(p.amount_minor) filter (where p.side = 'CREDIT') as credits
        from read.postings as p join read.entries as e using (book_id, entry_id)
        where p.book_id = :book and e.posted_at < :at
        group by p.account_id) as s on s.account_id = a.account_id
      where a.book_id = :book and a.opened_at < :at
      order by a.account_id collate "C"\
      """;

  private static final String SUM =
      """
      select a.account_id, a.kind, a.currency, a.opened_at,
        coalesce(sum(p.amount_minor) filter (where p.side = 'DEBIT'), 0) as debits_minor,
        coalesce(sum(p.amount_minor) filter (where p.side = 'CREDIT'), 0) as credits_minor
      from read.accounts as a
      left join (read.postings as p join read.entries as e
          on e.book_id = p.book_id and e.entry_id = p.entry_id and e.posted_at < :at)
        on p.book_id = a.book_id and p.account_id = a.account_id
      where a.book_id = :book and a.account_id = :account
      group by a.account_id, a.kind, a.currency, a.opened_at\
      """;

  private static final String LINES =
      """
      select p.entry_id, p.line, p.account_id, p.side, p.amount_minor, p.currency,
        p.created_position, e.posted_at, e.memo, e.reference
      from read.postings as p join read.entries as e using (book_id, entry_id)
      where p.book_id = :book and e.posted_at >= :from and e.posted_at < :until\
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate snapshot;
  private final Clock clock;

  Reports(JdbcClient jdbc, TransactionTemplate snapshot, Clock clock) {
    this.jdbc = jdbc;
    this.snapshot = snapshot;
    this.clock = clock;
  }

  /** Returns all accounts as they were before {@code at}. */
  public TrialBalance trialBalance(BookId book, Instant at) {
    return atOnce(() -> TrialBalance.of(at, position(), sums(book, at)));
  }

  /** Returns what was owned and owed before {@code at}. */
  public BalanceSheet balanceSheet(BookId book, Instant at) {
    return BalanceSheet.of(trialBalance(book, at));
  }

  /**
   * Returns what was posted to an account in a period; nothing if there is no such account.
   *
   * @throws ReportTooLarge if that is more than a report may have
   */
  public Optional<Statement> statement(BookId book, AccountId account, Period period) {
    return atOnce(() -> {
      Optional<AccountSum> opening = sum(book, account, period.from());
      return opening.map(before -> {
        AccountSum after = sum(book, account, period.until()).orElseThrow();
        List<StatementLine> lines = lines(book, account, period);
        return new Statement(
            after,
            period,
            clock.instant(),
            position(),
            before.balanceMinor(),
            after.balanceMinor(),
            running(before, lines));
      });
    });
  }

  /**
   * Returns all postings of a period.
   *
   * @throws ReportTooLarge if that is more than a report may have
   */
  public GeneralLedger generalLedger(BookId book, Period period) {
    return atOnce(() ->
        new GeneralLedger(
            period,
            clock.instant(),
            position(),
            sums(book, period.until()),
            journalLines(book, period)));
  }

  private static List<StatementLine> running(AccountSum before, List<StatementLine> lines) {
    var running = new ArrayList<StatementLine>();
    BigInteger balance = before.balanceMinor();
    Side normal = before.kind().normalSide();
    for (StatementLine line : lines) {
      balance =
          line.side() == normal
              ? balance.add(line.amountMinor())
              : balance.subtract(line.amountMinor());
      running.add(line.withBalance(balance));
    }
    return running;
  }

  private <T> T atOnce(Supplier<T> report) {
    return Objects.requireNonNull(snapshot.execute(_ -> report.get()));
  }

  private long position() {
    return jdbc.sql("select position from read.positions where projection = ?")
        .param(ProjectionNames.BALANCES)
        .query(Long.class)
        .optional()
        .orElse(-1L);
  }

  private List<AccountSum> sums(BookId book, Instant at) {
    return jdbc.sql(SUMS)
        .param("book", book.value())
        .param("at", Column.time(at))
        .query(Row.mapper(AccountSum::of))
        .list();
  }

  private Optional<AccountSum> sum(BookId book, AccountId account, Instant at) {
    return jdbc.sql(SUM)
        .param("book", book.value())
        .param("account", account.value())
        .param("at", Column.time(at))
        .query(Row.mapper(AccountSum::of))
        .optional();
  }

  private List<StatementLine> lines(BookId book, AccountId account, Period period) {
    return limited(
        jdbc.sql(LINES + " and p.account_id = :account order by p.ordinal limit :limit")
            .param("account", account.value())
            .param("book", book.value())
            .param("from", Column.time(period.from()))
            .param("until", Column.time(period.until()))
            .param("limit", MAX_LINES + 1)
            .query(Row.mapper(StatementLine::of))
            .list());
  }

  private List<JournalLine> journalLines(BookId book, Period period) {
    return limited(
        jdbc.sql(LINES + " order by p.ordinal limit :limit")
            .param("book", book.value())
            .param("from", Column.time(period.from()))
            .param("until", Column.time(period.until()))
            .param("limit", MAX_LINES + 1)
            .query(Row.mapper(JournalLine::of))
            .list());
  }

  private static <T> List<T> limited(List<T> lines) {
    if (lines.size() > MAX_LINES) {
      throw new ReportTooLarge(MAX_LINES);
    }
    return lines;
  }
}
