package io.daybook.reconciliation;

import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.AccountKind;
import io.daybook.ledger.book.BookId;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shared.PagedQuery;
import io.daybook.projections.shared.Row;
import io.daybook.reports.Period;
import io.daybook.reports.Reports;
import io.daybook.reports.Statement;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares statements with accounts, and asks for what came of it. */
public final class Reconciliations {
  /** How many lines a statement has at most, and how many differences are recorded. */
  public static final int MAX_LINES = 10_000;

  private final JdbcClient jdbc;
  private final Reports reports;

  Reconciliations(JdbcClient jdbc, Reports reports) {
    this.jdbc = jdbc;
    this.reports = reports;
  }

  /** The forms that statements come in. */
  public enum Form {
    CSV,
    CAMT053
  }

  /**
   * Compares a statement with what was posted to an account in a period; nothing if there is no
   * such account, or it is none of ours with somebody else.
   *
   * @param file in UTF-8
   * @throws StatementMalformed if the file cannot be read, or is too long
   */
  public Optional<Comparison> compare(AccountId account, Period period, Form form, byte[] file)
      throws StatementMalformed {
    Optional<Statement> ours =
        reports
            .statement(BookId.MAIN, account, period)
            .filter(found -> found.account().kind() == AccountKind.ASSET);
    if (ours.isEmpty()) {
      return Optional.empty();
    }
    Currency currency = ours.get().account().currency();
    List<ExternalLine> lines =
        switch (form) {
          case CSV -> CsvStatement.parse(text(file), currency);
          case CAMT053 -> CamtStatement.parse(text(file), currency);
        };
    if (lines.size() > MAX_LINES) {
      throw new StatementMalformed("end", "a statement has at most " + MAX_LINES + " lines");
    }
    Matching.Result result = Matching.of(currency, lines, ours.get().lines());
    if (result.differences().size() > MAX_LINES) {
      throw new StatementMalformed("end", "there are more than " + MAX_LINES + " differences");
    }
    return Optional.of(
        new Comparison(
            account,
            currency,
            period.from(),
            period.until(),
            sha256(file),
            lines.size(),
            result.matched(),
            result.differences()));
  }

  private static String text(byte[] file) throws StatementMalformed {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
      if (plain.indexOf('\0') < 0) {
        return plain;
      }
    } catch (CharacterCodingException e) {
      throw new StatementMalformed("file", "it is not UTF-8");
    }
    throw new StatementMalformed("file", "it has NUL characters");
  }

  private static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Returns a reconciliation. */
  public Optional<ReconciliationView> find(ReconciliationId reconciliation) {
    return jdbc.sql("select * from bridge.reconciliations where reconciliation_id = ?")
        .param(reconciliation.value())
        .query(Row.mapper(ReconciliationView::of))
        .optional();
  }

  /** Returns all reconciliations, the newest first. */
  public Page<ReconciliationView> all(PageRequest request) {
    return PagedQuery.newestFirst(
            "bridge.reconciliations", "created_position", ReconciliationView::of)
        .page(jdbc, request);
  }

  /** Returns the differences of a reconciliation, or of these the open ones. */
  public Page<DifferenceView> differences(
      ReconciliationId reconciliation, boolean openOnly, PageRequest request) {
    var query =
        PagedQuery.oldestFirst("bridge.reconciliation_differences", "number", DifferenceView::of)
            .where("reconciliation_id = :id", "id", reconciliation.value());
    if (openOnly) {
      query.where("resolution is null");
    }
    return query.page(jdbc, request);
  }

  /** Returns a difference. */
  public Optional<DifferenceView> difference(ReconciliationId reconciliation, int number) {
    return jdbc.sql(
            """
            select * from bridge.reconciliation_differences
            where reconciliation_id = ? and number = ?\
            """)
        .params(reconciliation.value(), number)
        .query(Row.mapper(DifferenceView::of))
        .optional();
  }
}
