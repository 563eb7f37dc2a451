package io.daybook.api;

import io.daybook.ledger.book.BookCommand.ApproveEntry;
import io.daybook.ledger.book.BookCommand.RejectEntry;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.Outcome;
import io.daybook.projections.balances.Balances;
import io.daybook.projections.balances.ProposalView;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shared.ProjectionNames;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Entries of the main book that need a second person. */
@DryRunnable
@VersionedWrites
@RestController
@RequestMapping(path = "/api/v1/ledger/proposals", produces = MediaType.APPLICATION_JSON_VALUE)
class ProposalsController {
  private static final String PATH = "/api/v1/ledger/proposals/";

  private final LedgerWrites writes;
  private final JournalPositions positions;
  private final Balances balances;

  ProposalsController(LedgerWrites writes, JournalPositions positions, Balances balances) {
    this.writes = writes;
    this.positions = positions;
    this.balances = balances;
  }

  @GetMapping
  Page<ProposalView> all(PageRequest page) {
    return balances.findProposals(BookId.MAIN, page);
  }

  @GetMapping("/{entry}")
  ProposalView one(@PathVariable String entry) {
    return balances
        .findProposal(BookId.MAIN, id(entry))
        .orElseThrow(() -> ApiProblem.notFound("proposal"));
  }

  @PostMapping("/{entry}:approve")
  ResponseEntity<String> approve(@PathVariable String entry, WriteKey key) {
    EntryId known = id(entry);
    return decide(
        known,
        new LedgerWrites.Act(key, entry, request -> new ApproveEntry(BookId.MAIN, known, request)));
  }

  @PostMapping("/{entry}:reject")
  ResponseEntity<String> reject(@PathVariable String entry, WriteKey key) {
    EntryId known = id(entry);
    return decide(
        known,
        new LedgerWrites.Act(key, entry, request -> new RejectEntry(BookId.MAIN, known, request)));
  }

  private ResponseEntity<String> decide(EntryId entry, LedgerWrites.Act act) {
    return writes.<Outcome>run(
        act,
        (_, position) -> {
          positions.await(position, ProjectionNames.BALANCES);
          ProposalView view = balances.findProposal(BookId.MAIN, entry).orElseThrow();
          return Written.accepted(PATH + entry, position, view);
        });
  }

  private static EntryId id(String entry) {
    return PathId.of(EntryId::new, entry, "proposal");
  }
}
