package io.daybook.ledger.book;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.book.BookState.EntryState;
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

  /** How much of each line was undone by partial reversals; absent if none was. */
  private final long @Nullable [] undone;

  /** What undid the entry, the last of several partial reversals. */
  private final @Nullable EntryId reversal;

  private PostedEntry(
      String contentHash, long[] lines, long @Nullable [] undone, @Nullable EntryId reversal) {
    this.contentHash = contentHash;
    this.lines = lines;
    this.undone = undone;
    this.reversal = reversal;
  }

  static PostedEntry of(String contentHash, List<Posting> postings, Accounts accounts) {
    long[] lines = new long[postings.size() * 2];
    for (int i = 0; i < postings.size(); i++) {
      Posting posting = postings.get(i);
      lines[2 * i] =
          2L * accounts.get(posting.account()).index + (posting.side() == Side.CREDIT ? 1 : 0);
      lines[2 * i + 1] = posting.amount().minorUnits();
    }
    return new PostedEntry(contentHash, lines, null, null);
  }

  static PostedEntry restored(EntryState state) {
    return new PostedEntry(
        state.contentHash(), longs(state.lines()), undone(state), state.reversal());
  }

  private static long @Nullable [] undone(EntryState state) {
    return state.undone() == null ? null : longs(state.undone());
  }

  private static long[] longs(List<Long> numbers) {
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }

  EntryState state(EntryId entry) {
    return new EntryState(
        entry, contentHash, list(lines), undone == null ? null : list(undone), reversal);
  }

  private static List<Long> list(long[] numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }

  /** Returns the hash of what a program posts. */
  static String hashOfPosting(List<Posting> postings, String memo, String reference) {
    var parts = new ArrayList<String>(3 + 4 * postings.size());
    parts.add("posted");
    parts.add(memo);
    parts.add(reference);
    addPostings(parts, postings);
    return DerivedId.of("content", parts.toArray(String[]::new));
  }

  /** Returns the hash of all that an entry says. */
  static String hashOf(EntryContent content) {
    var parts = new ArrayList<String>();
    parts.add("recorded");
    parts.add(content.memo());
    parts.add(content.reference());
    addOptional(parts, content.externalReference());
    addOptional(parts, content.valueDate());
    addOptional(parts, content.links().parent());
    addOptional(parts, content.links().reverses());
    addOptional(parts, content.links().corrects());
    parts.add(Integer.toString(content.metadata().size()));
    content
        .metadata()
        .forEach((name, value) -> {
          parts.add(name);
          parts.add(value);
        });
    addPostings(parts, content.postings());
    return DerivedId.of("content", parts.toArray(String[]::new));
  }

  static String hashOfReversal(EntryId reversed, String memo) {
    return DerivedId.of("content", "reversed", reversed.value(), memo);
  }

  private static void addOptional(List<String> parts, @Nullable Object value) {
    parts.add(value == null ? "" : "+" + value);
  }

  private static void addPostings(List<String> parts, List<Posting> postings) {
    for (Posting posting : postings) {
      parts.add(posting.account().value());
      parts.add(posting.side().name());
      parts.add(posting.amount().currency().getCurrencyCode());
      parts.add(Long.toString(posting.amount().minorUnits()));
    }
  }

  boolean hasContent(String hash) {
    return contentHash.equals(hash);
  }

  @Nullable EntryId reversal() {
    return reversal;
  }

  /** Whether nothing of the entry is left to be undone. */
  boolean isReversed() {
    return reversal != null && (undone == null || Arrays.equals(undone, amounts()));
  }

  private long[] amounts() {
    long[] amounts = new long[lines.length / 2];
    Arrays.setAll(amounts, line -> lines[2 * line + 1]);
    return amounts;
  }

  /** Returns this entry as undone as a whole. */
  PostedEntry reversedBy(EntryId whole) {
    return new PostedEntry(contentHash, lines, null, whole);
  }

  /**
   * Returns this entry with {@code mirrored} undone, or null if that is more than is left of it.
   */
  @Nullable PostedEntry without(List<Posting> mirrored, EntryId part, Accounts accounts) {
    long[] left = undone == null ? new long[lines.length / 2] : undone.clone();
    for (Posting posting : mirrored) {
      long rest = posting.amount().minorUnits();
      long key =
          2L * accounts.get(posting.account()).index + (posting.side() == Side.DEBIT ? 1 : 0);
      for (int line = 0; line < left.length && rest > 0; line++) {
        if (lines[2 * line] == key) {
          long taken = Math.min(rest, lines[2 * line + 1] - left[line]);
          left[line] += taken;
          rest -= taken;
        }
      }
      if (rest > 0) {
        return null;
      }
    }
    return new PostedEntry(contentHash, lines, left, part);
  }

  List<Posting> postings(Accounts accounts) {
    var postings = new ArrayList<Posting>(lines.length / 2);
    for (int i = 0; i < lines.length; i += 2) {
      postings.add(posting(lines[i], lines[i + 1], accounts));
    }
    return postings;
  }

  /** Returns what is left of the postings, with their sides exchanged. */
  List<Posting> mirrored(Accounts accounts) {
    var postings = new ArrayList<Posting>(lines.length / 2);
    for (int line = 0; line < lines.length / 2; line++) {
      long left = lines[2 * line + 1] - (undone == null ? 0 : undone[line]);
      if (left > 0) {
        postings.add(posting(lines[2 * line], left, accounts).mirrored());
      }
    }
    return List.copyOf(postings);
  }

  private static Posting posting(long key, long minorUnits, Accounts accounts) {
    LedgerAccount account = accounts.at((int) (key / 2));
    Side side = key % 2 == 0 ? Side.DEBIT : Side.CREDIT;
    return new Posting(account.id, side, account.money(minorUnits));
  }
}
