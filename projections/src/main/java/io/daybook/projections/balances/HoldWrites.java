package io.daybook.projections.balances;

import io.daybook.ledger.book.BookEvent.HoldCaptured;
import io.daybook.ledger.book.BookEvent.HoldExpired;
import io.daybook.ledger.book.BookEvent.HoldPlaced;
import io.daybook.ledger.book.BookEvent.HoldVoided;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.FundsHoldId;
import io.daybook.ledger.book.HeldFunds;
import io.daybook.ledger.book.HeldPart;
import io.daybook.ledger.book.HoldStatus;
import io.daybook.ledger.book.Side;
import io.daybook.projections.shared.Draft;
import io.daybook.projections.shared.Drafts;
import io.daybook.projections.shared.Recorded;
import io.daybook.projections.shared.RowKey;
import io.daybook.projections.shared.Table;
import io.daybook.projections.shared.Writes;
import java.util.function.Consumer;

/** What happens to holds, and what they promise of balances. */
final class HoldWrites {
  static final Table HOLDS =
      Table.named("funds_holds")
          .key("book_id", "hold_id")
          .texts("debit_account", "credit_account", "currency", "hold_group", "reference", "status")
          .times("expires_at", "placed_at", "ended_at")
          .numbers("amount_minor", "remaining_minor", "created_position", "position");

  private final Writes writes;

  HoldWrites(Writes writes) {
    this.writes = writes;
  }

  void place(HoldPlaced event, Recorded at) {
    HeldFunds held = event.held();
    var whole = new HeldPart(held.debit(), held.credit(), held.amount());
    RowKey hold = row(event.book(), event.hold());
    writes.change(
        rows ->
            rows.create(hold)
                .ifPresent(row -> {
                  fill(held, at, row);
                  promise(event.book(), whole, rows, 1);
                }),
        needed(event.book(), hold, whole));
  }

  private static void fill(HeldFunds held, Recorded at, Draft row) {
    row.set("debit_account", held.debit().value())
        .set("credit_account", held.credit().value())
        .set("currency", held.amount().currency().getCurrencyCode())
        .set("amount_minor", held.amount().minorUnits())
        .set("remaining_minor", held.amount().minorUnits())
        .set("hold_group", held.group())
        .set("reference", held.reference())
        .set("status", HoldStatus.OPEN.name())
        .set("expires_at", held.expiresAt())
        .set("placed_at", at.time())
        .set("created_position", at.position())
        .set("position", at.position());
  }

  void capture(HoldCaptured event, Recorded at) {
    change(event.book(), event.hold(), event.part(), at, row -> capture(event.part(), at, row));
  }

  private static void capture(HeldPart part, Recorded at, Draft row) {
    long rest = row.number("remaining_minor") - part.amount().minorUnits();
    row.set("remaining_minor", rest);
    if (rest == 0) {
      end(HoldStatus.CAPTURED, at, row);
    }
  }

  void giveUp(HoldVoided event, Recorded at) {
    change(event.book(), event.hold(), event.rest(), at, row -> end(HoldStatus.VOIDED, at, row));
  }

  void expire(HoldExpired event, Recorded at) {
    change(event.book(), event.hold(), event.rest(), at, row -> end(HoldStatus.EXPIRED, at, row));
  }

  private static void end(HoldStatus status, Recorded at, Draft row) {
    row.set("status", status.name()).set("ended_at", at.time());
  }

  private void change(
      BookId book, FundsHoldId hold, HeldPart part, Recorded at, Consumer<Draft> change) {
    RowKey key = row(book, hold);
    writes.change(
        rows ->
            rows.advance(key, at)
                .ifPresent(row -> {
                  change.accept(row);
                  promise(book, part, rows, -1);
                }),
        needed(book, key, part));
  }

  /** Adds to what is promised of both accounts, or takes from it. */
  private static void promise(BookId book, HeldPart part, Drafts rows, int sign) {
    long minor = sign * part.amount().minorUnits();
    rows.find(AccountWrites.row(book, part.debit()))
        .ifPresent(account -> promise(account, Side.DEBIT, minor));
    rows.find(AccountWrites.row(book, part.credit()))
        .ifPresent(account -> promise(account, Side.CREDIT, minor));
  }

  private static void promise(Draft account, Side side, long minor) {
    boolean isIn = account.text("normal_side").equals(side.name());
    String column = isIn ? "pending_in_minor" : "pending_out_minor";
    account.set(column, account.number(column) + minor);
  }

  private static RowKey row(BookId book, FundsHoldId hold) {
    return HOLDS.row(book.value(), hold.value());
  }

  private static RowKey[] needed(BookId book, RowKey hold, HeldPart part) {
    return new RowKey[] {
      hold, AccountWrites.row(book, part.debit()), AccountWrites.row(book, part.credit())
    };
  }
}
