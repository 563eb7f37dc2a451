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
  /** Not implemented. */
  V7(
      "newest size is the largest known to anybody",
      "needs witnesses, anchors or receipts; --against compares with a checkpoint that you hold"),
  /** Not implemented. */
  V8("chain anchors match roots", "this log is not anchored on a chain yet"),
  /** Not implemented. */
  V14("times are plausible and in order", "needs anchors that bound the time from outside"),
  /** Not implemented. */
  V18("database equals export", "needs the database; this command reads the export only"),
  /** Not implemented. */
  V20("snapshots and read models", "needs the database; this command reads the export only"),
  /** Not implemented. */
  V21("ticket owners on the chain", "needs the chain; this command works offline"),
  /** Not implemented. */
  V22("export manifest", "exports have no signed manifest yet");

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
