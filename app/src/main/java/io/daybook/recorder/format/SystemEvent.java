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
    /** Copies the list. */
    public LogCreated {
      keys = List.copyOf(keys);
    }
  }

  /**
   * A key may sign for the log from now on.
   *
   * @param statement the signed statement, see {@link io.daybook.journal.keys.KeyStatement}
   * @param approvedBy the users who wanted it so; none if the log did it by itself as it began
   */
  record KeyIntroduced(String statement, List<String> approvedBy) implements SystemEvent {
    /** Copies the list. */
    public KeyIntroduced {
      approvedBy = List.copyOf(approvedBy);
    }
  }

  /** A key must not sign any more; parameters as in {@link KeyIntroduced}. */
  record KeyRetired(String statement, List<String> approvedBy) implements SystemEvent {
    /** Copies the list. */
    public KeyRetired {
      approvedBy = List.copyOf(approvedBy);
    }
  }

  /** A key is in wrong hands; parameters as in {@link KeyIntroduced}. */
  record KeyRevoked(String statement, List<String> approvedBy) implements SystemEvent {
    /** Copies the list. */
    public KeyRevoked {
      approvedBy = List.copyOf(approvedBy);
    }
  }

  /**
   * Other witnesses, or another number of them, are to cosign checkpoints from now on.
   *
   * @param policy the text of the policy (c2sp.org/tlog-policy)
   */
  record WitnessPolicyChanged(String policy) implements SystemEvent {}

  /** What somebody wants the whole journal for. */
  enum ExportPurpose {
    /** To take it away. */
    DOWNLOAD,
    /** To have it verified here. */
    VERIFICATION
  }

  /**
   * Somebody, who is the record's actor, had the whole journal copied into one archive.
   *
   * @param purpose what for
   */
  record ExportMade(ExportPurpose purpose) implements SystemEvent {}

  /**
   * Stands where a payload was erased: readers see that there was an event. It is never recorded.
   *
   * @param payloadType the stable name of the event that was there
   */
  record PayloadErased(String payloadType) implements SystemEvent {
    /** The stable name of this stand-in. */
    public static final String NAME = "journal.PayloadErased";
  }
}
