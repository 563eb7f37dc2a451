package io.daybook.projections.balances;

import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.AccountStatus;
import io.daybook.ledger.book.AccountTerms;
import io.daybook.ledger.book.BookEvent.AccountDescribed;
import io.daybook.ledger.book.BookEvent.AccountOpened;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.ChartRule;
import io.daybook.projections.shared.Draft;
import io.daybook.projections.shared.Drafts;
import io.daybook.projections.shared.Recorded;
import io.daybook.projections.shared.RowKey;
import io.daybook.projections.shared.Table;
import io.daybook.projections.shared.Writes;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What happens to accounts and to the rules of the chart. */
final class AccountWrites {
  static final Table ACCOUNTS =
      Table.named("accounts")
          .key("book_id", "account_id")
          .texts("kind", "currency", "normal_side", "status", "tier")
          .bigNumbers("debits_minor", "credits_minor")
          .times("opened_at")
          .numbers(
              "minimum_minor",
              "maximum_minor",
              "version",
              "pending_out_minor",
              "pending_in_minor",
              "described_position",
              "changed_position",
              "created_position");
  static final Table METADATA =
      Table.named("account_metadata")
          .texts("book_id", "account_id", "name", "value")
          .times("described_at")
          .numbers("created_position");
  static final Table CHART_RULES =
      Table.named("chart_rules")
          .key("book_id", "path")
          .texts("may_meet")
          .numbers("changed_position");

  private final Writes writes;

  AccountWrites(Writes writes) {
    this.writes = writes;
  }

  static RowKey row(BookId book, AccountId account) {
    return ACCOUNTS.row(book.value(), account.value());
  }

  void open(AccountOpened event, Recorded at) {
    RowKey account = row(event.book(), event.account());
    writes.change(rows -> rows.create(account).ifPresent(row -> open(event, at, row)), account);
  }

  private static void open(AccountOpened event, Recorded at, Draft row) {
    row.set("kind", event.kind().name())
        .set("currency", event.currency().getCurrencyCode())
        .set("normal_side", event.kind().normalSide().name())
        .set("status", AccountStatus.OPEN.name())
        .set("debits_minor", BigDecimal.ZERO)
        .set("credits_minor", BigDecimal.ZERO)
        .set("version", 0L)
        .set("pending_out_minor", 0L)
        .set("pending_in_minor", 0L)
        .set("opened_at", at.time())
        .set("changed_position", at.position())
        .set("created_position", at.position());
  }

  void setTerms(RowKey account, AccountTerms terms, Recorded at) {
    change(
        account,
        at,
        row ->
            row.set("minimum_minor", terms.minimumMinor())
                .set("maximum_minor", terms.maximumMinor())
                .set("tier", terms.tier()));
  }

  void setStatus(RowKey account, AccountStatus status, Recorded at) {
    change(account, at, row -> row.set("status", status.name()));
  }

  private void change(RowKey account, Recorded at, Consumer<Draft> change) {
    writes.change(
        rows -> fresh(rows.find(account), "changed_position", at).ifPresent(change), account);
  }

  /** Returns the row if the event is new to it, and notes that the row has it. */
  private static Optional<Draft> fresh(Optional<Draft> found, String column, Recorded at) {
    return found
        .filter(row -> row.number(column) < at.position())
        .map(row -> row.set(column, at.position()));
  }

  void describe(AccountDescribed event, Recorded at) {
    RowKey key = row(event.book(), event.account());
    writes.change(
        rows ->
            fresh(rows.find(key), "changed_position", at)
                .ifPresent(row -> {
                  row.set("described_position", at.position());
                  event.metadata().forEach((name, value) -> addName(rows, key, name, value, at));
                }),
        key);
  }

  private static void addName(Drafts rows, RowKey account, String name, String value, Recorded at) {
    rows.add(METADATA)
        .set("book_id", account.first())
        .set("account_id", account.second())
        .set("name", name)
        .set("value", value)
        .set("described_at", at.time())
        .set("created_position", at.position());
  }

  void rule(BookId book, ChartRule rule, Recorded at) {
    String mayMeet = rule.mayMeet().stream().map(AccountId::value).collect(Collectors.joining(","));
    setRule(book, rule.path(), mayMeet, at);
  }

  /** A rule that ended is a row without paths. */
  void endRule(BookId book, AccountId path, Recorded at) {
    setRule(book, path, null, at);
  }

  private void setRule(BookId book, AccountId path, @Nullable String mayMeet, Recorded at) {
    RowKey key = CHART_RULES.row(book.value(), path.value());
    writes.change(
        rows ->
            fresh(
                    rows.find(key)
                        .or(() -> rows.create(key).map(row -> row.set("changed_position", -1L))),
                    "changed_position",
                    at)
                .ifPresent(row -> row.set("may_meet", mayMeet)),
        key);
  }
}
