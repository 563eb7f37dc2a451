package io.daybook.projections.balances;

import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.EntryId;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shared.PagedQuery;
import io.daybook.projections.shared.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

  /** Returns the entries of a book, the newest first. */
  public Page<EntryView> findEntries(BookId book, PageRequest request) {
    Page<EntryView> page = entries(book).page(jdbc, request);
    return new Page<>(withPostings(book, page.data()), page.next(), page.hasMore());
  }

  /** Returns the entries about {@code reference}, such as an order's id, the newest first. */
  public Page<EntryView> findEntriesByReference(
      BookId book, String reference, PageRequest request) {
    Page<EntryView> page =
        entries(book).where("reference = :reference", "reference", reference).page(jdbc, request);
    return new Page<>(withPostings(book, page.data()), page.next(), page.hasMore());
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
            .stream()
            .collect(Collectors.groupingBy(PostingView::entry));
    return entries.stream()
        .map(entry -> entry.with(postingsByEntry.getOrDefault(entry.entry(), List.of())))
        .toList();
  }
}
