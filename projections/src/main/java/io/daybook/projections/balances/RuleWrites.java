package io.daybook.projections.balances;

import io.daybook.ledger.UserId;
import io.daybook.ledger.book.BookEvent.ApprovalLimitSet;
import io.daybook.ledger.book.BookEvent.EntryProposed;
import io.daybook.ledger.book.BookEvent.OutflowLimitsSet;
import io.daybook.ledger.book.BookEvent.PeriodClosed;
import io.daybook.ledger.book.BookEvent.TemplateSet;
import io.daybook.ledger.book.BookEvent.WriteRefused;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.OutflowLimits;
import io.daybook.ledger.book.Posting;
import io.daybook.projections.shared.Recorded;
import io.daybook.projections.shared.RowKey;
import io.daybook.projections.shared.Table;
import io.daybook.projections.shared.Writes;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What finance rules of a book, what was refused, and what waits for a second person. */
final class RuleWrites {
  static final Table PROPOSALS =
      Table.named("entry_proposals")
          .key("book_id", "entry_id")
          .texts("lines", "memo", "status", "proposed_by", "decided_by")
          .dates("value_date")
          .times("proposed_at", "decided_at")
          .numbers("created_position", "position");
  static final Table RULES =
      Table.named("book_rules").key("book_id", "name").texts("value").numbers("position");

  static final Table REFUSED =
      Table.named("refused_writes")
          .key("book_id", "request_id")
          .texts("code", "message", "sent_by")
          .times("refused_at")
          .numbers("created_position");

  static final String CLOSED_THROUGH = "closed-through";
  static final String APPROVAL = "approval-above ";
  static final String OUTFLOW = "outflow ";
  static final String TEMPLATE = "template ";

  private final Writes writes;

  RuleWrites(Writes writes) {
    this.writes = writes;
  }

  void propose(EntryProposed event, Recorded at) {
    RowKey key = PROPOSALS.row(event.book().value(), event.entry().value());
    String lines =
        event.content().postings().stream().map(RuleWrites::line).collect(Collectors.joining("\n"));
    writes.change(
        rows ->
            rows.create(key)
                .ifPresent(row ->
                    row.set("lines", lines)
                        .set("memo", event.content().memo())
                        .set("value_date", event.content().valueDate())
                        .set("status", ProposalStatus.OPEN.name())
                        .set("proposed_by", event.by().value())
                        .set("proposed_at", at.time())
                        .set("created_position", at.position())
                        .set("position", at.position())),
        key);
  }

  private static String line(Posting posting) {
    return String.join(
        " ",
        posting.side().name(),
        posting.account().value(),
        Long.toString(posting.amount().minorUnits()),
        posting.amount().currency().getCurrencyCode());
  }

  void refuse(WriteRefused event, Recorded at) {
    RowKey key = REFUSED.row(event.book().value(), event.request().value());
    writes.change(
        rows ->
            rows.create(key)
                .ifPresent(row ->
                    row.set("code", event.refusal().code())
                        .set("message", event.refusal().message())
                        .set("sent_by", event.by().value())
                        .set("refused_at", at.time())
                        .set("created_position", at.position())),
        key);
  }

  void end(BookId book, EntryId entry, Recorded at, ProposalStatus as, UserId by) {
    RowKey key = PROPOSALS.row(book.value(), entry.value());
    writes.change(
        rows ->
            rows.advance(key, at)
                .ifPresent(row ->
                    row.set("status", as.name())
                        .set("decided_by", by.value())
                        .set("decided_at", at.time())),
        key);
  }

  void close(PeriodClosed event, Recorded at) {
    rule(event.book(), CLOSED_THROUGH, event.through().toString(), at);
  }

  void limit(ApprovalLimitSet event, Recorded at) {
    @Nullable Long above = event.aboveMinor();
    rule(
        event.book(),
        APPROVAL + event.currency().getCurrencyCode(),
        above == null ? null : above.toString(),
        at);
  }

  void limit(OutflowLimitsSet event, Recorded at) {
    OutflowLimits limits = event.limits();
    rule(
        event.book(),
        OUTFLOW + event.tier() + " " + limits.currency().getCurrencyCode(),
        limits.entryMinor() + " " + limits.dayMinor() + " " + limits.monthMinor(),
        at);
  }

  void set(TemplateSet event, Recorded at) {
    rule(event.book(), TEMPLATE + event.template(), TemplateText.of(event.content()), at);
  }

  private void rule(BookId book, String name, @Nullable String value, Recorded at) {
    RowKey key = RULES.row(book.value(), name);
    writes.change(
        rows ->
            rows.find(key)
                .or(() -> rows.create(key).map(row -> row.set("position", -1L)))
                .filter(row -> row.number("position") < at.position())
                .ifPresent(row -> row.set("value", value).set("position", at.position())),
        key);
  }
}
