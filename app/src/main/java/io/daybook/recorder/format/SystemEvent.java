package io.daybook.recorder.format;

import java.util.List;

/** What happened to the journal itself. */
public sealed interface SystemEvent {
  /** The aggregate type and the id of the stream that holds these events. */
  String STREAM = "journal";

  /**
   * The log began; always leaf 0.
   *
   * @param origin the log's name
   * @param keys the vkeys whose signatures make a checkpoint valid
   * @param policyHash SHA-256 of the policy's text, in lower-case hexadecimal
   */
  record LogCreated(String origin, List<String> keys, String policyHash) implements SystemEvent {
    static final String NAME = "journal.LogCreated";

    /** Copies the list. */
    public LogCreated {
      keys = List.copyOf(keys);
    }
  }
}
