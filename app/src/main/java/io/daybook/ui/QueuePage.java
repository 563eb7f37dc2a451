package io.daybook.ui;

import java.util.List;
import java.util.Locale;

/**
 * The queue as its page shows it: one list for each answer to "whose turn is it?".
 *
 * @param version changes with everything that the page shows
 */
record QueuePage(List<Group> groups, String version) {

  /**
   * One list.
   *
   * @param id names it in the page
   * @param empty what to say if it has no rows
   * @param more whether there are more cases than the list shows
   */
  record Group(String id, String title, String empty, List<QueueRow> rows, boolean more) {
    static Group of(String title, String empty, List<QueueRow> rows, boolean more) {
      String id = title.toLowerCase(Locale.ROOT).replace(' ', '-');
      return new Group(id, title, empty, rows, more);
    }
  }

  static QueuePage of(List<Group> groups) {
    return new QueuePage(groups, Integer.toHexString(groups.hashCode()));
  }
}
