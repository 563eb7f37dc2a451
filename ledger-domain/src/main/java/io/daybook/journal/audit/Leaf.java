package io.daybook.journal.audit;

import io.daybook.journal.Header;
import io.daybook.journal.RecordHash;
import io.daybook.journal.SealedHeader;
import java.util.Optional;

/**
 * One leaf as the entries hold it.
 *
 * @param index its place in the journal, from 0
 * @param hash its leaf hash, over the bytes as they are
 * @param sealed what the bytes say; absent if they are not a well-formed header
 */
record Leaf(long index, RecordHash hash, Optional<SealedHeader> sealed) {
  Optional<Header> header() {
    return sealed.map(SealedHeader::header);
  }

  Finding.Place place() {
    return new Finding.Place(index, header().map(h -> h.facts().stream().aggregateId()).orElse(""));
  }
}
