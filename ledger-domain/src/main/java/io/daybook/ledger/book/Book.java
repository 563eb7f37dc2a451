package io.daybook.ledger.book;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.ledger.AggregateState;
import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.book.BookCommand.OpenAccount;
import io.daybook.ledger.book.BookCommand.OpenBook;
import io.daybook.ledger.book.BookCommand.PostEntry;
import io.daybook.ledger.book.BookCommand.ReverseEntry;
import io.daybook.ledger.book.BookError.AccountExistsWithDifferentContent;
import io.daybook.ledger.book.BookError.AlreadyReversed;
import io.daybook.ledger.book.BookError.EntryExistsWithDifferentContent;
import io.daybook.ledger.book.BookError.UnknownEntry;
import io.daybook.ledger.book.BookEvent.AccountOpened;
import io.daybook.ledger.book.BookEvent.BookOpened;
import io.daybook.ledger.book.BookEvent.EntryPosted;
import io.daybook.ledger.book.BookEvent.EntryReversed;
import io.daybook.ledger.book.BookState.EntryState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** One ledger of accounts, whose entries balance and are posted together or not at all. */
@AggregateRoot
@SuppressWarnings("NullAway.Init") // Axon creates it empty; its first event names it.
final class Book implements AggregateState.Source {
  @AggregateIdentifier private BookId id;
  private final Accounts accounts = new Accounts();
  private final Map<EntryId, PostedEntry> entriesById = new HashMap<>();

  Book() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(OpenBook command) {
    if (id == null) {
      apply(new BookOpened(command.book()));
    }
  }

  @CommandHandler
  void handle(OpenAccount command) {
    @Nullable LedgerAccount opened = accounts.find(command.account());
    if (opened == null) {
      apply(new AccountOpened(id, command.account(), command.kind(), command.currency()));
    } else if (opened.kind != command.kind() || !opened.currency.equals(command.currency())) {
      throw new CommandRefused(
          new AccountExistsWithDifferentContent(opened.id, opened.kind, opened.currency));
    }
  }

  @CommandHandler
  void handle(PostEntry command) {
    @Nullable PostedEntry posted = entriesById.get(command.entry());
    if (posted != null) {
      requireContent(
          command.entry(),
          posted,
          PostedEntry.hashOfPosting(command.postings(), command.memo(), command.reference()));
      return;
    }
    EntryRules.check(command);
    accounts.requireMovable(command.postings(), command.mayNotOverdraw());
    apply(
        new EntryPosted(
            id, command.entry(), command.postings(), command.memo(), command.reference()));
  }

  @CommandHandler
  void handle(ReverseEntry command) {
    @Nullable PostedEntry repeated = entriesById.get(command.reversal());
    if (repeated != null) {
      String hash = PostedEntry.hashOfReversal(command.reversed(), command.memo());
      requireContent(command.reversal(), repeated, hash);
      return;
    }
    EntryRules.checkMemo(command.reversal(), command.memo());
    List<Posting> postings = requireReversible(command.reversed()).mirrored(accounts);
    accounts.requireMovable(postings, List.of());
    apply(new EntryReversed(id, command.reversal(), command.reversed(), postings, command.memo()));
  }

  private static void requireContent(EntryId entry, PostedEntry posted, String hash) {
    if (!posted.hasContent(hash)) {
      throw new CommandRefused(new EntryExistsWithDifferentContent(entry));
    }
  }

  private PostedEntry requireReversible(EntryId entry) {
    @Nullable PostedEntry posted = entriesById.get(entry);
    if (posted == null) {
      throw new CommandRefused(new UnknownEntry(entry));
    }
    if (posted.reversal != null) {
      throw new CommandRefused(new AlreadyReversed(entry, posted.reversal));
    }
    return posted;
  }

  @EventSourcingHandler
  void on(BookEvent event) {
    switch (event) {
      case BookOpened(BookId book) -> id = book;
      case AccountOpened opened ->
          accounts.open(opened.account(), opened.kind(), opened.currency());
      case EntryPosted posted -> {
        accounts.move(posted.postings());
        remember(
            posted.entry(),
            PostedEntry.hashOfPosting(posted.postings(), posted.memo(), posted.reference()),
            posted.postings());
      }
      case EntryReversed reversed -> {
        accounts.move(reversed.postings());
        remember(
            reversed.reversal(),
            PostedEntry.hashOfReversal(reversed.reversed(), reversed.memo()),
            reversed.postings());
        Objects.requireNonNull(entriesById.get(reversed.reversed())).reversal = reversed.reversal();
      }
    }
  }

  @Override
  public BookState state() {
    List<EntryState> entries =
        entriesById.entrySet().stream()
            .map(entry -> entry.getValue().state(entry.getKey()))
            .toList();
    return new BookState(id, accounts.state(), entries);
  }

  @EventSourcingHandler
  void on(BookState state) {
    id = state.book();
    state.accounts().forEach(accounts::restore);
    state.entries().forEach(entry -> entriesById.put(entry.entry(), new PostedEntry(entry)));
  }

  private void remember(EntryId entry, String contentHash, List<Posting> postings) {
    entriesById.put(entry, new PostedEntry(contentHash, postings, accounts));
  }
}
