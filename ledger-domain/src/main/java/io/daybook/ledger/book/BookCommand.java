package io.daybook.ledger.book;

import java.util.Currency;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What a book can be asked to do. Each command may be repeated: it then changes nothing. */
public sealed interface BookCommand {
  /** Returns the book that the command is for. */
  BookId book();

  /** Opens a book without accounts. */
  record OpenBook(@TargetAggregateIdentifier BookId book) implements BookCommand {}

  /** Opens an account in one currency. */
  record OpenAccount(
      @TargetAggregateIdentifier BookId book,
      AccountId account,
      AccountKind kind,
      Currency currency)
      implements BookCommand {}

  /**
   * Posts a balanced journal entry.
   *
   * @param entry made by the client; the same id with the same content changes nothing, with other
   *     content it is refused
   * @param postings 2 to 1,000 lines whose debits equal their credits in each currency
   * @param memo up to 500 characters for people; no personal data
   * @param reference what the entry is about outside the ledger, such as an order's id
   * @param mayNotOverdraw accounts whose balance must not go below zero by this entry
   */
  record PostEntry(
      @TargetAggregateIdentifier BookId book,
      EntryId entry,
      List<Posting> postings,
      String memo,
      String reference,
      List<AccountId> mayNotOverdraw)
      implements BookCommand {
    /** Copies the lists. */
    public PostEntry {
      postings = List.copyOf(postings);
      mayNotOverdraw = List.copyOf(mayNotOverdraw);
    }
  }

  /** Undoes a whole entry by a new one with its sides exchanged; possible once. */
  record ReverseEntry(
      @TargetAggregateIdentifier BookId book, EntryId reversal, EntryId reversed, String memo)
      implements BookCommand {}
}
