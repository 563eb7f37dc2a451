package io.daybook.projections.balances;

import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.EntryId;
import io.daybook.projections.shared.PagedQuery;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; what is null does not matter.
 *
 * @param account an account that the entry has a line on
 * @param parent the entry that it is a part or a consequence of
 * @param metadata a name and a value that it has
 */
public record EntryFilter(
    @Nullable String reference,
    @Nullable String externalReference,
    @Nullable AccountId account,
    @Nullable EntryId parent,
    @Nullable Metadatum metadata) {
  /** A name and a value. */
  public record Metadatum(String name, String value) {}

  PagedQuery<EntryView> narrow(PagedQuery<EntryView> entries) {
    PagedQuery<EntryView> query = entries;
    if (reference != null) {
      query = query.where("reference = :reference", "reference", reference);
    }
    if (externalReference != null) {
      query = query.where("external_reference = :external", "external", externalReference);
    }
    if (parent != null) {
      query = query.where("parent = :parent", "parent", parent.value());
    }
    if (account != null) {
      query =
          query.where(
              "entry_id in (select p.entry_id from read.postings p"
                  + " where p.book_id = :book and p.account_id = :account)",
              "account",
              account.value());
    }
    return metadata == null ? query : narrow(query, metadata);
  }

  private static PagedQuery<EntryView> narrow(PagedQuery<EntryView> query, Metadatum wanted) {
    return query
        .where(
            "entry_id in (select m.entry_id from read.entry_metadata m"
                + " where m.book_id = :book and m.name = :name and m.value = :value)",
            "name",
            wanted.name())
        .where("true", "value", wanted.value());
  }
}
