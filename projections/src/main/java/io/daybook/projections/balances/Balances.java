package io.daybook.projections.balances;

import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.ChartRule;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.EntryTemplate;
import io.daybook.ledger.book.FundsHoldId;
import io.daybook.ledger.book.TemplateId;
import io.daybook.projections.shared.Column;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shared.PagedQuery;
import io.daybook.projections.shared.Row;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks for accounts, their balances and the entries behind them. */
public final class Balances {
  private final JdbcClient jdbc;

  /** Reads through {@code jdbc}. */
  public Balances(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns an account. */
  public Optional<AccountView> findAccount(BookId book, AccountId account) {
    return jdbc.sql("select * from read.accounts where book_id = ? and account_id = ?")
        .params(book.value(), account.value())
        .query(Row.mapper(AccountView::of))
        .optional();
  }

  /** Returns the accounts of a book in the order in which they were opened. */
  public Page<AccountView> findAccounts(BookId book, PageRequest request) {
    return PagedQuery.oldestFirst("read.accounts", "created_position", AccountView::of)
        .where("book_id = :book", "book", book.value())
        .page(jdbc, request);
  }

  /** Returns the accounts under a path, in the order of their names. */
  public List<AccountView> findAccountsUnder(BookId book, AccountId path) {
    return jdbc.sql(
            """
            select * from read.accounts
            where book_id = ? and starts_with(account_id, ? || ':') order by account_id collate "C"\
            """)
        .params(book.value(), path.value())
        .query(Row.mapper(AccountView::of))
        .list();
  }

  /** Whether there is an account at {@code path} or under it. */
  public boolean hasAccountsOn(BookId book, AccountId path) {
    return jdbc.sql(
            """
            select exists (
              select from read.accounts where book_id = ?
                and (account_id = ? or starts_with(account_id, ? || ':')))\
            """)
        .params(book.value(), path.value(), path.value())
        .query(Boolean.class)
        .single();
  }

  /** Returns the trial balance of a book: all its accounts, and their sums per currency. */
  public TrialBalanceView trialBalance(BookId book) {
    List<AccountView> accounts =
        jdbc.sql("select * from read.accounts where book_id = ? order by account_id collate \"C\"")
            .param(book.value())
            .query(Row.mapper(AccountView::of))
            .list();
    return TrialBalanceView.of(book, accounts);
  }

  /** Returns an entry with its lines. */
  public Optional<EntryView> findEntry(BookId book, EntryId entry) {
    return jdbc.sql("select * from read.entries where book_id = ? and entry_id = ?")
        .params(book.value(), entry.value())
        .query(Row.mapper(EntryView::of))
        .optional()
        .map(found -> withPostings(book, List.of(found)).getFirst());
  }

  /** Returns the lines posted to an account, the oldest first, each with the balance after it. */
  public Page<PostingView> findPostings(BookId book, AccountId account, PageRequest request) {
    return PagedQuery.oldestFirst("read.postings", "ordinal", PostingView::of)
        .where("book_id = :book", "book", book.value())
        .where("account_id = :account", "account", account.value())
        .page(jdbc, request);
  }

  /**
   * Returns the last {@code limit} lines posted to an account by the records up to {@code
   * position}, the newest first.
   */
  public List<PostingView> findPostingsUntil(
      BookId book, AccountId account, long position, int limit) {
    return jdbc.sql(
            """
            select * from read.postings
            where book_id = ? and account_id = ? and ordinal < (? + 1) * 1024
            order by ordinal desc limit ?\
            """)
        .params(book.value(), account.value(), position, limit)
        .query(Row.mapper(PostingView::of))
        .list();
  }

  /**
   * Returns the entries of a book that meet all that is asked for, the newest first.
   *
   * @param filter null fields ask for nothing
   */
  public Page<EntryView> findEntries(BookId book, EntryFilter filter, PageRequest request) {
    Page<EntryView> page = filter.narrow(entries(book)).page(jdbc, request);
    return new Page<>(withPostings(book, page.data()), page.next(), page.hasMore());
  }

  /** Returns the descriptions that an account had and has, the newest first. */
  public List<AccountDescription> findDescriptions(BookId book, AccountId account) {
    return jdbc
        .sql(
            """
            select m.created_position, m.described_at, m.name, m.value
            from read.account_metadata m where m.book_id = ? and m.account_id = ?
            order by m.created_position desc, m.name collate "C"\
            """)
        .params(book.value(), account.value())
        .query(Row.mapper(AccountDescription.Line::of))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                AccountDescription.Line::position, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(AccountDescription::of)
        .toList();
  }

  /**
   * Returns the sums over the accounts under {@code path} at a moment, one for each currency.
   *
   * @param moment what had been recorded, and what counted, by then
   */
  public List<PathBalance> findBalances(BookId book, AccountId path, BalanceMoment moment) {
    return jdbc.sql(
            """
            select p.currency,
              coalesce(sum(p.amount_minor) filter (where p.side = 'DEBIT'), 0) as debits_minor,
              coalesce(sum(p.amount_minor) filter (where p.side = 'CREDIT'), 0) as credits_minor
            from read.postings p
            where p.book_id = :book
              and (p.account_id = :path or starts_with(p.account_id, :path || ':'))
              and (cast(:recorded as timestamptz) is null or p.posted_at <= :recorded)
              and (cast(:valued as date) is null or p.value_date <= :valued)
            group by p.currency order by p.currency collate "C"\
            """)
        .param("book", book.value())
        .param("path", path.value())
        .param("recorded", moment.recordedColumn(), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("valued", moment.valuedOn(), Types.DATE)
        .query(Row.mapper(PathBalance::of))
        .list();
  }

  /** Returns a hold on money. */
  public Optional<FundsHoldView> findHold(BookId book, FundsHoldId hold) {
    return jdbc.sql("select * from read.funds_holds where book_id = ? and hold_id = ?")
        .params(book.value(), hold.value())
        .query(Row.mapper(FundsHoldView::of))
        .optional();
  }

  /**
   * Returns holds on money, the newest first.
   *
   * @param group only those of this group; null for all
   */
  public Page<FundsHoldView> findHolds(BookId book, @Nullable String group, PageRequest request) {
    PagedQuery<FundsHoldView> holds =
        PagedQuery.newestFirst("read.funds_holds", "created_position", FundsHoldView::of)
            .where("book_id = :book", "book", book.value());
    return (group == null ? holds : holds.where("hold_group = :group", "group", group))
        .page(jdbc, request);
  }

  /** Returns the holds that are open although their end has come by {@code at}. */
  public long countDueHolds(BookId book, Instant at) {
    return jdbc.sql(
            "select count(*) from read.funds_holds"
                + " where book_id = ? and status = 'OPEN' and expires_at <= ?")
        .params(book.value(), Column.time(at))
        .query(Long.class)
        .single();
  }

  /** Returns a proposed entry. */
  public Optional<ProposalView> findProposal(BookId book, EntryId entry) {
    return jdbc.sql("select * from read.entry_proposals where book_id = ? and entry_id = ?")
        .params(book.value(), entry.value())
        .query(Row.mapper(ProposalView::of))
        .optional();
  }

  /** Returns the entries that were ever proposed, the newest first. */
  public Page<ProposalView> findProposals(BookId book, PageRequest request) {
    return PagedQuery.newestFirst("read.entry_proposals", "created_position", ProposalView::of)
        .where("book_id = :book", "book", book.value())
        .page(jdbc, request);
  }

  /** Returns the writes that were refused, the newest first. */
  public Page<RefusedWriteView> findRefusedWrites(BookId book, PageRequest request) {
    return PagedQuery.newestFirst("read.refused_writes", "created_position", RefusedWriteView::of)
        .where("book_id = :book", "book", book.value())
        .page(jdbc, request);
  }

  /** Returns what finance rules of a book. */
  public BookRules findRules(BookId book) {
    return BookRules.of(
        jdbc.sql(
                "select name, value from read.book_rules"
                    + " where book_id = ? and value is not null order by name collate \"C\"")
            .param(book.value())
            .query(Row.mapper(BookRules.Line::of))
            .list());
  }

  /** Returns a template. */
  public Optional<EntryTemplate> findTemplate(BookId book, TemplateId template) {
    return jdbc.sql(
            "select value from read.book_rules"
                + " where book_id = ? and name = ? and value is not null")
        .params(book.value(), RuleWrites.TEMPLATE + template)
        .query(String.class)
        .optional()
        .map(TemplateText::parse);
  }

  /** Returns the rules on which accounts may stand in one entry, by their paths. */
  public List<ChartRule> findChartRules(BookId book) {
    return jdbc.sql(
            """
            select path, may_meet from read.chart_rules
            where book_id = ? and may_meet is not null order by path collate "C"\
            """)
        .param(book.value())
        .query(Row.mapper(Balances::rule))
        .list();
  }

  private static ChartRule rule(Row row) throws SQLException {
    String mayMeet = row.text("may_meet");
    List<AccountId> paths =
        mayMeet.isEmpty() ? List.of() : Stream.of(mayMeet.split(",")).map(AccountId::new).toList();
    return new ChartRule(row.value("path", AccountId::new), paths);
  }

  private static PagedQuery<EntryView> entries(BookId book) {
    return PagedQuery.newestFirst("read.entries", "created_position", EntryView::of)
        .where("book_id = :book", "book", book.value());
  }

  private List<EntryView> withPostings(BookId book, List<EntryView> entries) {
    Map<EntryId, List<PostingView>> postingsByEntry =
        jdbc
            .sql(
                "select * from read.postings where book_id = ? and entry_id = any (?)"
                    + " order by entry_id, line")
            .params(
                book.value(), entries.stream().map(e -> e.entry().value()).toArray(String[]::new))
            .query(Row.mapper(PostingView::of))
            .list()
            .stream()
            .collect(Collectors.groupingBy(PostingView::entry));
    Map<String, Map<String, String>> metadata = metadata(book, entries);
    return entries.stream()
        .map(entry ->
            entry.with(
                postingsByEntry.getOrDefault(entry.entry(), List.of()),
                metadata.getOrDefault(entry.entry().value(), Map.of())))
        .toList();
  }

  private record Metadatum(String entry, String name, String value) {
    static Metadatum of(Row row) throws SQLException {
      return new Metadatum(row.text("entry_id"), row.text("name"), row.text("value"));
    }
  }

  private Map<String, Map<String, String>> metadata(BookId book, List<EntryView> entries) {
    return jdbc
        .sql(
            "select entry_id, name, value from read.entry_metadata"
                + " where book_id = ? and entry_id = any (?)")
        .params(book.value(), entries.stream().map(e -> e.entry().value()).toArray(String[]::new))
        .query(Row.mapper(Metadatum::of))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Metadatum::entry, Collectors.toMap(Metadatum::name, Metadatum::value)));
  }
}
