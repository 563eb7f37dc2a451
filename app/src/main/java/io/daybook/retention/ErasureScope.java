package io.daybook.retention;

import io.daybook.security.personal.DataClass;
import java.util.List;

/**
 * What an erasure takes away.
 *
 * @param level how far it goes
 * @param classes which classes of data, in the order of the classes, without repetition
 */
public record ErasureScope(Level level, List<DataClass> classes) {
  /** Sorts the classes. */
  public ErasureScope {
    classes = classes.stream().distinct().sorted().toList();
  }

  /** How far an erasure goes. */
  public enum Level {
    /** The data keys are destroyed: personal texts read as erased, everything else stays. */
    KEYS,
    /** Also the payloads and salts of the person's KYB cases are removed from the journal. */
    PAYLOADS
  }
}
