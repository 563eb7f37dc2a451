package io.daybook.ledger.book;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entries of a book that wait for a second person, and those that did. */
final class Proposals {
  private final Layer<EntryId, Proposal> proposalsById;

  private Proposals(Layer<EntryId, Proposal> proposalsById) {
    this.proposalsById = proposalsById;
  }

  Proposals() {
    this(Layer.ofConstants());
  }

  Proposals fork() {
    return new Proposals(proposalsById.fork());
  }

  @Nullable Proposal find(EntryId entry) {
    return proposalsById.find(entry);
  }

  void put(Proposal proposal) {
    proposalsById.put(proposal.entry(), proposal);
  }

  void end(EntryId entry, Proposal.Status as) {
    put(proposalsById.change(entry).ended(as));
  }

  List<Proposal> state() {
    return proposalsById.entries().stream().map(Map.Entry::getValue).toList();
  }
}
