package io.daybook.ledger.book;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says, as its author said it.
 *
 * @param postings 2 to 1,000 lines whose debits equal their credits in each currency
 * @param memo up to 500 characters for people; no personal data
 * @param reference what the entry is about outside the ledger, such as an order's id, or empty;
 *     many entries may have the same
 * @param externalReference what the outside calls this very entry; no two of a book have the same
 * @param valueDate the day on which the entry counts; absent for the day on which it is recorded
 * @param metadata up to 20 names and values, sorted by name; no personal data
 */
public record EntryContent(
    List<Posting> postings,
    String memo,
    String reference,
    @Nullable String externalReference,
    @Nullable LocalDate valueDate,
    Map<String, String> metadata,
    EntryLinks links) {
  /** Copies the list and the map. */
  public EntryContent {
    postings = List.copyOf(postings);
    metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
    Objects.requireNonNull(memo, "memo");
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(links, "links");
  }

  /** Returns an entry of {@code postings} about {@code reference}, with nothing else. */
  public static EntryContent of(List<Posting> postings, String memo, String reference) {
    return new EntryContent(postings, memo, reference, null, null, Map.of(), EntryLinks.NONE);
  }

  /** Returns this content with other postings. */
  EntryContent over(List<Posting> newPostings) {
    return new EntryContent(
        newPostings, memo, reference, externalReference, valueDate, metadata, links);
  }

  /** Returns this content with other links. */
  public EntryContent linked(EntryLinks newLinks) {
    return new EntryContent(
        postings, memo, reference, externalReference, valueDate, metadata, newLinks);
  }
}
