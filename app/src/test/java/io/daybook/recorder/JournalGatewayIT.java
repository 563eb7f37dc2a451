package io.daybook.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.DerivedId;
import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.AccountKind;
import io.daybook.ledger.book.BookCommand.OpenAccount;
import io.daybook.ledger.book.BookCommand.OpenBook;
import io.daybook.ledger.book.BookCommand.PostEntry;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.Posting;
import io.daybook.ledger.money.Money;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RecorderTest
class JournalGatewayIT {
  private static final AccountId CASH = new AccountId("cash");
  private static final AccountId SALES = new AccountId("sales");
  private static final Currency EUR = Currency.getInstance("EUR");

  @Autowired private JournalGateway gateway;
  @Autowired private JdbcClient jdbc;
  @Autowired private RecorderWiringIT.RecorderApplication.BookReader reader;

  @BeforeEach
  void openBook() {
    gateway.send(new OpenBook(BookId.MAIN));
    gateway.send(new OpenAccount(BookId.MAIN, CASH, AccountKind.ASSET, EUR));
    gateway.send(new OpenAccount(BookId.MAIN, SALES, AccountKind.REVENUE, EUR));
  }

  @Test
  void theReceiptNamesThePlaceOfTheEvent() {
    Receipt<?> receipt = gateway.send(entry("place", 45_00));

    assertThat(payload(receipt.position()))
        .isEqualTo(
            """
            {"book":"book_main","entry":"%s","postings":[\
            {"account":"cash","side":"DEBIT","amount":{"currency":"EUR","minorUnits":4500}},\
            {"account":"sales","side":"CREDIT","amount":{"currency":"EUR","minorUnits":4500}}],\
            "memo":"a sale","reference":"order"}\
            """
                .formatted(DerivedId.of("ent", "place")));
  }

  @Test
  void aRepeatedCommandWritesNothingAndNamesAPlaceNotBeforeTheFirst() {
    Receipt<?> first = gateway.send(entry("twice", 45_00));

    Receipt<?> second = gateway.send(entry("twice", 45_00));

    assertThat(second.position()).isGreaterThanOrEqualTo(first.position());
    assertThat(countOf("twice")).isEqualTo(1);
  }

  @Test
  void aRefusalArrivesAsItIs() {
    gateway.send(entry("changed", 45_00));

    var refused =
        catchThrowableOfType(CommandRefused.class, () -> gateway.send(entry("changed", 46_00)));

    assertThat(refused.error().code()).isNotEmpty();
    assertThat(countOf("changed")).isEqualTo(1);
  }

  @Test
  void theContextIsRecordedBesideTheEvent() {
    var context = CommandContext.of("usr_1", "rest").correlatedBy("trace-1").because("test");

    Receipt<?> receipt = context.call(() -> gateway.send(entry("context", 1)));

    assertThat(metadata(receipt.position()))
        .matches(
            "\\{\"actor\":\"usr_1\",\"causation\":\"[0-9a-f-]{36}\",\"channel\":\"rest\","
                + "\"correlation\":\"trace-1\",\"reason\":\"test\"}");
  }

  @Test
  void readersGetEachEventOnceInADatabaseTransaction() {
    long position = gateway.send(entry("read", 1)).position();

    await().atMost(Duration.ofSeconds(5)).until(() -> reader.positions().contains(position));
    assertThat(reader.positions()).doesNotHaveDuplicates().isSorted();
    assertThat(reader.inTransaction()).doesNotContain(false);
  }

  private static PostEntry entry(String id, long cents) {
    Money amount = new Money(EUR, cents);
    return new PostEntry(
        BookId.MAIN,
        new EntryId(DerivedId.of("ent", id)),
        List.of(Posting.debit(CASH, amount), Posting.credit(SALES, amount)),
        "a sale",
        "order",
        List.of());
  }

  private String payload(long position) {
    return text(
        "SELECT convert_from(payload, 'UTF8') FROM journal.records WHERE leaf_index = ?", position);
  }

  private String metadata(long position) {
    return text(
        "SELECT convert_from(metadata, 'UTF8') FROM journal.records WHERE leaf_index = ?",
        position);
  }

  private long countOf(String entry) {
    return Long.parseLong(
        text(
            "SELECT count(*)::text FROM journal.records WHERE convert_from(payload, 'UTF8') LIKE ?",
            "%" + DerivedId.of("ent", entry) + "%"));
  }

  private String text(String sql, Object parameter) {
    return jdbc.sql(sql).param(parameter).query(String.class).single();
  }
}
