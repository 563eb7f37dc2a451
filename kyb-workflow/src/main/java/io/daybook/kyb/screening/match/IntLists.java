package io.daybook.kyb.screening.match;

import java.util.Arrays;

/** Many growing lists of ints, kept in arrays of their own until they are packed into one. */
final class IntLists {
  private static final int[] EMPTY = {};

  private int[][] lists = new int[1 << 12][];
  private int[] sizes = new int[1 << 12];
  private int count;

  void add(int list, int value) {
    if (list >= lists.length) {
      int capacity = Math.max(list + 1, lists.length * 2);
      lists = Arrays.copyOf(lists, capacity);
      sizes = Arrays.copyOf(sizes, capacity);
    }
    count = Math.max(count, list + 1);
    int size = sizes[list];
    if (size > 0 && lists[list][size - 1] == value) {
      return;
    }
    if (lists[list] == null) {
      lists[list] = new int[2];
    } else if (size == lists[list].length) {
      lists[list] = Arrays.copyOf(lists[list], size + (size >> 1) + 1);
    }
    lists[list][size] = value;
    sizes[list] = size + 1;
  }

  Packed pack() {
    var starts = new int[count + 1];
    for (int i = 0; i < count; i++) {
      starts[i + 1] = starts[i] + sizes[i];
    }
    var values = new int[starts[count]];
    for (int i = 0; i < count; i++) {
      if (sizes[i] > 0) {
        System.arraycopy(lists[i], 0, values, starts[i], sizes[i]);
      }
    }
    lists = new int[0][];
    sizes = EMPTY;
    return new Packed(starts, values);
  }

  /** Lists one behind the other. */
  static final class Packed {
    private final int[] starts;
    private final int[] values;

    Packed(int[] starts, int[] values) {
      this.starts = starts;
      this.values = values;
    }

    int start(int list) {
      return list >= starts.length - 1 ? values.length : starts[list];
    }

    int end(int list) {
      return list >= starts.length - 1 ? values.length : starts[list + 1];
    }

    int size(int list) {
      return end(list) - start(list);
    }

    int at(int position) {
      return values[position];
    }
  }
}
