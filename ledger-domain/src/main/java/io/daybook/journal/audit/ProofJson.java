package io.daybook.journal.audit;

import com.google.gson.JsonObject;
import io.daybook.journal.Header;
import io.daybook.journal.checkpoint.Checkpoint;

/** Writes for machines what a proof comes to. */
final class ProofJson {
  private ProofJson() {}

  /** Says what is proved: the record's place in which log, and what its header holds. */
  static JsonObject proved(long leafIndex, Header header, Checkpoint checkpoint) {
    var json = new JsonObject();
    json.addProperty("verdict", "proved");
    json.addProperty("origin", checkpoint.origin());
    json.addProperty("size", checkpoint.size());
    json.addProperty("rootHash", checkpoint.rootHash().toHex());
    json.addProperty("leafIndex", leafIndex);
    var facts = new JsonObject();
    Columns.of(header.facts()).forEach(facts::addProperty);
    json.add("header", facts);
    json.addProperty("payloadCommitment", header.payloadCommitment().toString());
    return json;
  }

  static JsonObject notProved(String reason) {
    var json = new JsonObject();
    json.addProperty("verdict", "not proved");
    json.addProperty("reason", reason);
    return json;
  }
}
