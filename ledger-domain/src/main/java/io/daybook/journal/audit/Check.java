package io.daybook.journal.audit;

/**
 * Everything that can be checked about a journal, in the order in which failures are told: what
 * fails for one cause only comes before what fails as a consequence.
 */
public enum Check {
  /** The policy is well-formed and has the trusted keys. */
  V1("policy parses, every key id recomputed"),
  /** The checkpoints are well-formed. */
  V2("checkpoints parse strictly, origin as in the policy"),
  /** The checkpoints are signed. */
  V3("every checkpoint signed by every log key in use at its size"),
  /** The keys changed only as the keys before wanted. */
  V17("key history: each change signed by those who may, no key used after its end"),
  /** Protected events come from those who may write them. */
  V15("protected events carry an author's signature"),
  /** The headers are well-formed. */
  V9("every header is strict CBOR and re-encodes identically"),
  /** The tree belongs to the headers and the checkpoint. */
  V5("all tiles derived again from the headers, root equal"),
  /** The rows belong to the headers. */
  V10("every stored row equals its header, index equals position"),
  /** The payloads belong to the headers. */
  V11("every payload matches its header's commitment"),
  /** The aggregates' chains are whole. */
  V12("per aggregate: sequence without gaps, linked to the predecessor"),
  /** Nothing is there twice. */
  V13("event ids and (aggregate, sequence) are unique"),
  /** What is missing was erased in due form. */
  V16("every missing payload has an erasure record with two approvers"),
  /** History was not rewritten. */
  V6("every older checkpoint is a prefix of the newest"),
  /** The recorded facts obey the rules of the domain. */
  V19("books balance, accounts and entries in order, one owner per ticket"),
  /** The witnesses saw the same log. */
  V4("witness quorum, cosignatures valid and in order of time"),
  /** The log did not lose its tail. */
  V7("no smaller than any size that others know"),
  /** A chain holds the same roots. */
  V8("roots that a chain holds are those of the tree"),
  /** Times are plausible. */
  V14("times fit checkpoints and anchors and do not run backwards"),
  /** The database has no rows of its own. */
  V18("every row of the database has its record"),
  /** The read models say what the records say. */
  V20("exported read models equal the replayed state"),
  /** The chain has the same ticket owners. */
  V21("ticket owners on the chain equal the journal's"),
  /** The files are those that were exported. */
  V22("files are those that the signed manifest names");

  private final String title;
  private final String notChecked;

  Check(String title) {
    this(title, "");
  }

  Check(String title, String notChecked) {
    this.title = title;
    this.notChecked = notChecked;
  }

  /** Returns what holds if the check succeeds. */
  public String title() {
    return title;
  }

  /** Returns why this version never makes the check; empty if it does. */
  public String notChecked() {
    return notChecked;
  }

  /** Tells whether this version can make the check. */
  public boolean isImplemented() {
    return notChecked.isEmpty();
  }

  /** Returns the number in the name, by which tables are sorted. */
  int number() {
    return Integer.parseInt(name().substring(1));
  }
}
