package io.daybook.projections.balances;

import io.daybook.ledger.book.BookEvent;
import io.daybook.ledger.book.BookEvent.AccountOpened;
import io.daybook.ledger.book.BookEvent.BookOpened;
import io.daybook.ledger.book.BookEvent.EntryPosted;
import io.daybook.ledger.book.BookEvent.EntryReversed;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.Posting;
import io.daybook.projections.shared.Column;
import io.daybook.projections.shared.PositionWriter;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shared.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps accounts, entries and postings. */
@ProcessingGroup(ProjectionNames.BALANCES)
final class BalancesProjection {
  private static final String OPEN_ACCOUNT =
      """
      insert into read.accounts
        (book_id, account_id, kind, currency, normal_side, opened_at, created_position)
      values (:book, :account, :kind, :currency, :side, :at, :position)
      on conflict do nothing
      """;
  private static final String ADD_ENTRY =
      """
      insert into read.entries
        (book_id, entry_id, memo, reference, posted_at, created_position)
      values (:book, :entry, :memo, :reference, :at, :position)
      on conflict do nothing
      """;
  private static final String ADD_REVERSAL =
      """
      insert into read.entries
        (book_id, entry_id, memo, reference, posted_at, reverses, created_position)
      select book_id, :entry, :memo, reference, :at, entry_id, :position
      from read.entries where book_id = :book and entry_id = :reversed
      on conflict do nothing
      """;
  // An unknown account would leave balance_after_minor empty, which the table refuses.
  private static final String ADD_POSTINGS =
      """
      with lines as (
        select * from unnest(:accounts, :sides, :currencies, :amounts)
          with ordinality as l(account_id, side, currency, amount_minor, line)
      ), turnover as (
        select account_id,
          coalesce(sum(amount_minor) filter (where side = 'DEBIT'), 0) as debits,
          coalesce(sum(amount_minor) filter (where side = 'CREDIT'), 0) as credits
        from lines group by account_id
      ), updated as (
        update read.accounts a
        set debits_minor = a.debits_minor + t.debits, credits_minor = a.credits_minor + t.credits
        from turnover t where a.book_id = :book and a.account_id = t.account_id
        returning a.account_id, a.balance_minor
      )
      insert into read.postings
        (book_id, entry_id, line, account_id, side, currency, amount_minor, balance_after_minor,
         created_position)
      select :book, :entry, l.line, l.account_id, l.side, l.currency, l.amount_minor,
        u.balance_minor, :position
      from lines l left join updated u on u.account_id = l.account_id
      """;

  private final JdbcClient jdbc;
  private final PositionWriter positions;

  BalancesProjection(JdbcClient jdbc, PositionWriter positions) {
    this.jdbc = jdbc;
    this.positions = positions;
  }

  @EventHandler
  void on(BookEvent event, TrackingToken token, @Timestamp Instant time) {
    Recorded at = positions.reached(ProjectionNames.BALANCES, token, time);
    switch (event) {
      case BookOpened _ -> {}
      case AccountOpened opened -> open(opened, at);
      case EntryPosted posted -> post(posted, at);
      case EntryReversed reversed -> reverse(reversed, at);
    }
  }

  @ResetHandler
  void reset() {
    jdbc.sql("delete from read.postings").update();
    jdbc.sql("delete from read.entries").update();
    jdbc.sql("delete from read.accounts").update();
    positions.forget(ProjectionNames.BALANCES);
  }

  private void open(AccountOpened event, Recorded at) {
    jdbc.sql(OPEN_ACCOUNT)
        .param("book", event.book().value())
        .param("account", event.account().value())
        .param("kind", event.kind().name())
        .param("currency", event.currency().getCurrencyCode())
        .param("side", event.kind().normalSide().name())
        .param("at", at.timeColumn())
        .param("position", at.position())
        .update();
  }

  private void post(EntryPosted event, Recorded at) {
    int added =
        jdbc.sql(ADD_ENTRY)
            .param("book", event.book().value())
            .param("entry", event.entry().value())
            .param("memo", Column.text(event.memo()))
            .param("reference", Column.text(event.reference()))
            .param("at", at.timeColumn())
            .param("position", at.position())
            .update();
    if (added == 1) {
      addPostings(event.book(), event.entry(), event.postings(), at);
    }
  }

  private void reverse(EntryReversed event, Recorded at) {
    int added =
        jdbc.sql(ADD_REVERSAL)
            .param("book", event.book().value())
            .param("entry", event.reversal().value())
            .param("reversed", event.reversed().value())
            .param("memo", Column.text(event.memo()))
            .param("at", at.timeColumn())
            .param("position", at.position())
            .update();
    if (added == 1) {
      addPostings(event.book(), event.reversal(), event.postings(), at);
      jdbc.sql("update read.entries set reversed_by = ? where book_id = ? and entry_id = ?")
          .params(event.reversal().value(), event.book().value(), event.reversed().value())
          .update();
    }
  }

  private void addPostings(BookId book, EntryId entry, List<Posting> postings, Recorded at) {
    jdbc.sql(ADD_POSTINGS)
        .param("book", book.value())
        .param("entry", entry.value())
        .param("accounts", texts(postings, p -> p.account().value()))
        .param("sides", texts(postings, p -> p.side().name()))
        .param("currencies", texts(postings, p -> p.amount().currency().getCurrencyCode()))
        .param("amounts", postings.stream().map(p -> p.amount().minorUnits()).toArray(Long[]::new))
        .param("position", at.position())
        .update();
  }

  private static String[] texts(List<Posting> postings, Function<Posting, String> part) {
    return postings.stream().map(part).toArray(String[]::new);
  }
}
