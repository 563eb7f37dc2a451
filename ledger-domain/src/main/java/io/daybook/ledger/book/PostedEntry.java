package io.daybook.ledger.book;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.book.BookState.EntryState;
import io.daybook.ledger.money.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a book remembers of an entry: enough to recognise a repeat and to reverse it.
 *
 * <p>A book remembers every entry, so the content is kept as a hash of 128 bits and each posting as
 * two numbers: twice its account's index, plus one for a credit, and its minor units.
 */
final class PostedEntry {
  private final String contentHash;
  private final long[] lines;
  @Nullable EntryId reversal;

  PostedEntry(String contentHash, List<Posting> postings, Accounts accounts) {
    this.contentHash = contentHash;
    this.lines = new long[postings.size() * 2];
    for (int i = 0; i < postings.size(); i++) {
      Posting posting = postings.get(i);
      lines[2 * i] =
          2L * accounts.get(posting.account()).index + (posting.side() == Side.CREDIT ? 1 : 0);
      lines[2 * i + 1] = posting.amount().minorUnits();
    }
  }

  PostedEntry(EntryState state) {
    this.contentHash = state.contentHash();
    this.lines = state.lines().stream().mapToLong(Long::longValue).toArray();
    this.reversal = state.reversal();
  }

  EntryState state(EntryId entry) {
    return new EntryState(entry, contentHash, Arrays.stream(lines).boxed().toList(), reversal);
  }

  static String hashOfPosting(List<Posting> postings, String memo, String reference) {
    var parts = new ArrayList<String>(3 + 4 * postings.size());
    parts.add("posted");
    parts.add(memo);
    parts.add(reference);
    for (Posting posting : postings) {
      parts.add(posting.account().value());
      parts.add(posting.side().name());
      parts.add(posting.amount().currency().getCurrencyCode());
      parts.add(Long.toString(posting.amount().minorUnits()));
    }
    return DerivedId.of("content", parts.toArray(String[]::new));
  }

  static String hashOfReversal(EntryId reversed, String memo) {
    return DerivedId.of("content", "reversed", reversed.value(), memo);
  }

  boolean hasContent(String hash) {
    return contentHash.equals(hash);
  }

  /** Returns the postings with their sides exchanged. */
  List<Posting> mirrored(Accounts accounts) {
    var postings = new ArrayList<Posting>(lines.length / 2);
    for (int i = 0; i < lines.length; i += 2) {
      LedgerAccount account = accounts.at((int) (lines[i] / 2));
      Side side = lines[i] % 2 == 0 ? Side.DEBIT : Side.CREDIT;
      var amount = new Money(account.currency, lines[i + 1]);
      postings.add(new Posting(account.id, side.opposite(), amount));
    }
    return List.copyOf(postings);
  }
}
