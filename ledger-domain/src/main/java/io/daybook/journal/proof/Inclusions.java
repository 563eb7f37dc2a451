package io.daybook.journal.proof;

import io.daybook.journal.Header;
import io.daybook.journal.MalformedException;
import io.daybook.journal.RecordHash;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.merkle.InclusionProof;
import java.util.List;

/** The one rule by which a header is in a checkpoint's tree. */
final class Inclusions {
  private Inclusions() {}

  static Header verify(
      byte[] encoded, long leafIndex, List<RecordHash> path, Checkpoint checkpoint) {
    Header header = Header.decode(encoded);
    boolean isIncluded =
        leafIndex < checkpoint.size()
            && new InclusionProof(leafIndex, checkpoint.size(), path)
                .verify(Header.leafHash(encoded), checkpoint.rootHash());
    if (!isIncluded || !header.origin().equals(checkpoint.origin())) {
      throw new MalformedException("the header is not in the tree of the checkpoint", 0);
    }
    return header;
  }
}
