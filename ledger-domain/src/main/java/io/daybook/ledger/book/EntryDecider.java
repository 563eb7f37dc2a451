package io.daybook.ledger.book;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.book.BookCommand.PostEntry;
import io.daybook.ledger.book.BookCommand.RecordCorrection;
import io.daybook.ledger.book.BookCommand.RecordEntry;
import io.daybook.ledger.book.BookCommand.RecordFromTemplate;
import io.daybook.ledger.book.BookCommand.RecordReversal;
import io.daybook.ledger.book.BookCommand.ReverseEntry;
import io.daybook.ledger.book.BookError.ApprovalNeeded;
import io.daybook.ledger.book.BookError.ProposalEnded;
import io.daybook.ledger.book.BookError.ReversalTooLarge;
import io.daybook.ledger.book.BookEvent.EntryPosted;
import io.daybook.ledger.book.BookEvent.EntryProposed;
import io.daybook.ledger.book.BookEvent.EntryRecorded;
import io.daybook.ledger.book.BookEvent.EntryReversed;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides on entries: returns what happens, nothing if it happened before, or refuses. It changes
 * nothing.
 */
final class EntryDecider {
  private final BookId book;
  private final Ledger ledger;

  EntryDecider(BookId book, Ledger ledger) {
    this.book = book;
    this.ledger = ledger;
  }

  /** Decides on what a program posts. */
  List<BookEvent> decide(PostEntry command) {
    String hash =
        PostedEntry.hashOfPosting(command.postings(), command.memo(), command.reference());
    if (isRepeat(command.entry(), hash, command.postings())) {
      return List.of();
    }
    EntryRules.check(
        command.entry(), EntryContent.of(command.postings(), command.memo(), command.reference()));
    ledger.chart.requireMeeting(command.postings());
    ledger.accounts.requireMovable(
        command.postings(), new EntryConditions(command.mayNotOverdraw(), Map.of()));
    return List.of(
        new EntryPosted(
            book, command.entry(), command.postings(), command.memo(), command.reference()));
  }

  /** Decides on a whole reversal by a program. */
  List<BookEvent> decide(ReverseEntry command) {
    @Nullable PostedEntry repeated = ledger.entries.find(command.reversal());
    if (repeated != null) {
      String hash = PostedEntry.hashOfReversal(command.reversed(), command.memo());
      Entries.requireSame(command.reversal(), repeated.hasContent(hash), true);
      return List.of();
    }
    EntryRules.checkMemo(command.reversal(), command.memo());
    List<Posting> postings =
        ledger.entries.getReversible(command.reversed()).mirrored(ledger.accounts);
    ledger.accounts.requireReversible(postings);
    return List.of(
        new EntryReversed(book, command.reversal(), command.reversed(), postings, command.memo()));
  }

  /** Decides on an entry. */
  List<BookEvent> decide(RecordEntry command) {
    EntryContent content = command.content();
    WriteRequest request = command.request();
    if (isRepeat(command.entry(), PostedEntry.hashOf(content), content.postings())
        || isProposed(command)) {
      return List.of();
    }
    ledger.entries.requireNewRequest(command.entry(), request.request());
    check(command);
    return List.of(
        ledger.policy.needsApproval(content.postings())
            ? new EntryProposed(
                book, command.entry(), content, request.at(), request.request(), request.by())
            : recorded(command.entry(), content, EntryCause.POSTED, request));
  }

  /** Decides on an entry that a second person has approved, as the ledger is by now. */
  List<BookEvent> decideApproved(Proposal proposal, WriteRequest approval) {
    var request = new WriteRequest(approval.by(), approval.at(), proposal.request());
    ledger.entries.requireNewRequest(proposal.entry(), proposal.request());
    check(
        new RecordEntry(book, proposal.entry(), proposal.content(), EntryConditions.NONE, request));
    return List.of(recorded(proposal.entry(), proposal.content(), EntryCause.APPROVED, request));
  }

  private void check(RecordEntry command) {
    EntryContent content = command.content();
    EntryRules.check(command.entry(), content);
    ledger.entries.requireNewReference(content.externalReference());
    requireLinked(content.links());
    ledger.policy.requireOpen(valueDate(content, command.request()));
    ledger.chart.requireMeeting(content.postings());
    ledger.accounts.requireMovable(content.postings(), command.conditions());
    ledger.requireWithinLimits(content.postings(), command.request().at());
  }

  private boolean isProposed(RecordEntry command) {
    @Nullable Proposal proposal = ledger.proposals.find(command.entry());
    if (proposal == null) {
      return false;
    }
    EntryContent content = proposal.content();
    Entries.requireSame(
        command.entry(),
        content.equals(command.content()),
        content.postings().equals(command.content().postings()));
    if (proposal.status() == Proposal.Status.REJECTED) {
      throw new CommandRefused(new ProposalEnded(command.entry(), proposal.status().name()));
    }
    return true;
  }

  /** Decides on an entry of a template's shape. */
  List<BookEvent> decide(RecordFromTemplate command) {
    List<Posting> postings = ledger.templates.get(command.template()).postings(command.amount());
    BatchEntry asked = command.content();
    return decide(
        new RecordEntry(
            book,
            asked.entry(),
            asked.content().over(postings),
            asked.conditions(),
            command.request()));
  }

  /** Decides on a reversal and what stands instead, which sees the reversal. */
  List<BookEvent> decide(RecordCorrection command) {
    EntryContent content = command.correction().content();
    var reversal = new ReversalContent(List.of(), content.memo(), null);
    var events =
        new ArrayList<BookEvent>(
            decide(
                new RecordReversal(
                    book,
                    command.reversal(),
                    command.wrong(),
                    reversal,
                    command.request().part(0))));
    Ledger reversed = ledger.fork();
    events.forEach(reversed::apply);
    List<BookEvent> corrected =
        new EntryDecider(book, reversed)
            .decide(
                new RecordEntry(
                    book,
                    command.correction().entry(),
                    content.linked(EntryLinks.correcting(command.wrong())),
                    command.correction().conditions(),
                    command.request().part(1)));
    if (corrected.stream().anyMatch(EntryProposed.class::isInstance)) {
      throw new CommandRefused(new ApprovalNeeded());
    }
    events.addAll(corrected);
    return events;
  }

  /** Decides on an entry over money that was set aside and has been let go for it. */
  List<BookEvent> decideCapture(RecordEntry command) {
    EntryContent content = command.content();
    ledger.entries.requireNewRequest(command.entry(), command.request().request());
    EntryRules.check(command.entry(), content);
    ledger.policy.requireOpen(valueDate(content, command.request()));
    ledger.accounts.requireCapturable(content.postings());
    return List.of(recorded(command.entry(), content, EntryCause.CAPTURED, command.request()));
  }

  /** Decides on the reversal of an entry or of a part of it. */
  List<BookEvent> decide(RecordReversal command) {
    EntryId reversal = command.reversal();
    EntryContent asked = content(command, command.content().postings());
    @Nullable PostedEntry repeated = ledger.entries.find(reversal);
    if (repeated != null && asked.postings().isEmpty()) {
      // What was left then is what the repeat means, too.
      asked = content(command, repeated.postings(ledger.accounts));
    }
    if (isRepeat(reversal, PostedEntry.hashOf(asked), asked.postings())) {
      return List.of();
    }
    ledger.entries.requireNewRequest(reversal, command.request().request());
    PostedEntry original = ledger.entries.getReversible(command.reversed());
    EntryContent content =
        asked.postings().isEmpty() ? content(command, original.mirrored(ledger.accounts)) : asked;
    EntryRules.check(reversal, content);
    ledger.policy.requireOpen(valueDate(content, command.request()));
    ledger.accounts.requireReversible(content.postings());
    if (original.without(content.postings(), reversal, ledger.accounts) == null) {
      throw new CommandRefused(new ReversalTooLarge(command.reversed()));
    }
    return List.of(recorded(reversal, content, EntryCause.REVERSED, command.request()));
  }

  private static EntryContent content(RecordReversal command, List<Posting> postings) {
    return new EntryContent(
        postings,
        command.content().memo(),
        "",
        null,
        command.content().valueDate(),
        Map.of(),
        EntryLinks.reversing(command.reversed()));
  }

  private boolean isRepeat(EntryId entry, String hash, List<Posting> postings) {
    @Nullable PostedEntry posted = ledger.entries.find(entry);
    if (posted == null) {
      return false;
    }
    Entries.requireSame(
        entry, posted.hasContent(hash), posted.postings(ledger.accounts).equals(postings));
    return true;
  }

  private void requireLinked(EntryLinks links) {
    if (links.parent() != null) {
      ledger.entries.get(links.parent());
    }
    if (links.corrects() != null) {
      ledger.entries.get(links.corrects());
    }
  }

  private EntryRecorded recorded(
      EntryId entry, EntryContent content, EntryCause cause, WriteRequest request) {
    LocalDate valueDate = valueDate(content, request);
    return new EntryRecorded(
        book, entry, content, new EntryDecision(request.at(), valueDate, cause, request.request()));
  }

  private static LocalDate valueDate(EntryContent content, WriteRequest request) {
    @Nullable LocalDate asked = content.valueDate();
    return asked == null ? LocalDate.ofInstant(request.at(), ZoneOffset.UTC) : asked;
  }
}
