package io.daybook.ledger.book;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.book.BookCommand.ApproveEntry;
import io.daybook.ledger.book.BookCommand.ClosePeriod;
import io.daybook.ledger.book.BookCommand.RejectEntry;
import io.daybook.ledger.book.BookCommand.SetApprovalLimit;
import io.daybook.ledger.book.BookCommand.SetOutflowLimits;
import io.daybook.ledger.book.BookError.LimitsInvalid;
import io.daybook.ledger.book.BookError.PeriodNotOver;
import io.daybook.ledger.book.BookError.ProposalEnded;
import io.daybook.ledger.book.BookError.SecondPersonNeeded;
import io.daybook.ledger.book.BookError.UnknownProposal;
import io.daybook.ledger.book.BookEvent.ApprovalLimitSet;
import io.daybook.ledger.book.BookEvent.OutflowLimitsSet;
import io.daybook.ledger.book.BookEvent.PeriodClosed;
import io.daybook.ledger.book.BookEvent.ProposalApproved;
import io.daybook.ledger.book.BookEvent.ProposalRejected;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides on the rules that finance sets and on what waits for a second person. It changes nothing.
 */
final class PolicyDecider {
  private static final Pattern TIER = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

  private final BookId book;
  private final Ledger ledger;

  PolicyDecider(BookId book, Ledger ledger) {
    this.book = book;
    this.ledger = ledger;
  }

  List<BookEvent> decide(ClosePeriod command) {
    LocalDate today = LocalDate.ofInstant(command.request().at(), ZoneOffset.UTC);
    if (!command.through().isBefore(today)) {
      throw new CommandRefused(new PeriodNotOver(command.through(), today));
    }
    @Nullable LocalDate closed = ledger.policy.closedThrough();
    return closed != null && !command.through().isAfter(closed)
        ? List.of()
        : List.of(new PeriodClosed(book, command.through()));
  }

  List<BookEvent> decide(SetOutflowLimits command) {
    OutflowLimits limits = command.limits();
    boolean isNegative =
        Stream.of(limits.entryMinor(), limits.dayMinor(), limits.monthMinor())
            .anyMatch(limit -> limit != null && limit < 0);
    if (isNegative || !TIER.matcher(command.tier()).matches()) {
      throw new CommandRefused(
          new LimitsInvalid("a tier has 1 to 40 plain characters, and no limit below zero"));
    }
    return ledger.policy.has(command.tier(), limits)
        ? List.of()
        : List.of(new OutflowLimitsSet(book, command.tier(), limits));
  }

  List<BookEvent> decide(SetApprovalLimit command) {
    @Nullable Long above = command.aboveMinor();
    if (above != null && above < 0) {
      throw new CommandRefused(new LimitsInvalid("no limit is below zero"));
    }
    return ledger.policy.hasApprovalLimit(command.currency(), above)
        ? List.of()
        : List.of(new ApprovalLimitSet(book, command.currency(), above));
  }

  List<BookEvent> decide(ApproveEntry command) {
    Proposal proposal = get(command.entry());
    if (proposal.status() == Proposal.Status.APPROVED) {
      return List.of();
    }
    requireOpen(proposal);
    if (proposal.by().equals(command.request().by())) {
      throw new CommandRefused(new SecondPersonNeeded(command.entry()));
    }
    var events = new ArrayList<BookEvent>();
    events.add(new ProposalApproved(book, command.entry(), command.request().by()));
    events.addAll(new EntryDecider(book, ledger).decideApproved(proposal, command.request()));
    return events;
  }

  List<BookEvent> decide(RejectEntry command) {
    Proposal proposal = get(command.entry());
    if (proposal.status() == Proposal.Status.REJECTED) {
      return List.of();
    }
    requireOpen(proposal);
    return List.of(new ProposalRejected(book, command.entry(), command.request().by()));
  }

  private Proposal get(EntryId entry) {
    @Nullable Proposal proposal = ledger.proposals.find(entry);
    if (proposal == null) {
      throw new CommandRefused(new UnknownProposal(entry));
    }
    return proposal;
  }

  private static void requireOpen(Proposal proposal) {
    if (proposal.status() != Proposal.Status.OPEN) {
      throw new CommandRefused(new ProposalEnded(proposal.entry(), proposal.status().name()));
    }
  }
}
