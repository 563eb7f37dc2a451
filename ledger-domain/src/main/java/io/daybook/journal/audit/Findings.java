package io.daybook.journal.audit;

import io.daybook.journal.audit.Finding.Kind;
import io.daybook.journal.audit.Finding.Place;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects findings and what was checked; keeps the first of each check and counts the rest. */
final class Findings {
  private static final int KEPT_PER_CHECK = 50;
  private static final Counter NONE = new Counter();

  private final List<Finding> kept = new ArrayList<>();
  private final Map<Check, Long> tampering = new EnumMap<>(Check.class);
  private final Map<Check, Long> incomplete = new EnumMap<>(Check.class);
  private final Map<Check, Counter> checked = new EnumMap<>(Check.class);
  private final Map<Check, String> skipped = new EnumMap<>(Check.class);
  private final Map<Check, String> absent = new EnumMap<>(Check.class);
  private final Map<Check, String> remarks = new EnumMap<>(Check.class);

  /** Counts without making a new number each time. */
  private static final class Counter {
    private long count;
  }

  /** Notes that one thing (a key, a record) went through {@code check}. */
  void checked(Check check) {
    checked.computeIfAbsent(check, _ -> new Counter()).count++;
  }

  void tampering(Check check, Place place, String what, String expected, String actual) {
    add(new Finding(check, Kind.TAMPERING, place, what, expected, actual), tampering);
  }

  /** Notes that {@code check} lacks something that an export must have. */
  void incomplete(Check check, String what, String actual) {
    add(new Finding(check, Kind.INCOMPLETE, Place.NOWHERE, what, "present", actual), incomplete);
  }

  /** Notes why {@code check} was not made, or not to its end; the first reason stays. */
  void skipped(Check check, String reason) {
    skipped.putIfAbsent(check, reason);
  }

  /** Notes that what {@code check} compares with is not there, and what that would be. */
  void notPresent(Check check, String what) {
    absent.put(check, what);
  }

  /** Notes why {@code check} had nothing to do, if that is so. */
  void skippedIfUnused(Check check, String reason) {
    if (!checked.containsKey(check)) {
      skipped(check, reason);
    }
  }

  /** Adds a remark to the check's line in the table. */
  void remark(Check check, String remark) {
    remarks.put(check, remark);
  }

  boolean hasFailed(Check check) {
    return tampering.containsKey(check) || incomplete.containsKey(check);
  }

  private void add(Finding finding, Map<Check, Long> counts) {
    if (counts.merge(finding.check(), 1L, Long::sum) <= KEPT_PER_CHECK) {
      kept.add(finding);
    }
  }

  /** Returns the kept findings, the most telling first. */
  List<Finding> sorted() {
    return kept.stream().sorted(Finding.ORDER).toList();
  }

  /** Returns one line for each check, whether it was made or not. */
  List<Coverage> coverage() {
    var table = new ArrayList<Coverage>();
    for (Check check : Check.values()) {
      long found = tampering.getOrDefault(check, 0L) + incomplete.getOrDefault(check, 0L);
      long count = checked.getOrDefault(check, NONE).count;
      table.add(new Coverage(check, result(check, count), count, found, remark(check)));
    }
    table.sort((a, b) -> Integer.compare(a.check().number(), b.check().number()));
    return table;
  }

  private Coverage.Result result(Check check, long count) {
    if (tampering.containsKey(check)) {
      return Coverage.Result.FAIL;
    }
    if (incomplete.containsKey(check)) {
      return Coverage.Result.INCOMPLETE;
    }
    if (absent.containsKey(check) && !skipped.containsKey(check)) {
      return Coverage.Result.NOT_PRESENT;
    }
    boolean made = check.isImplemented() && !skipped.containsKey(check) && count > 0;
    return made ? Coverage.Result.OK : Coverage.Result.NOT_CHECKED;
  }

  private String remark(Check check) {
    if (!check.isImplemented()) {
      return check.notChecked();
    }
    String idle = checked.containsKey(check) ? "" : "there was nothing to check";
    String otherwise = absent.getOrDefault(check, remarks.getOrDefault(check, idle));
    return skipped.getOrDefault(check, otherwise);
  }
}
