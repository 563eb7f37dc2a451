package io.daybook.ui;

import java.util.regex.Pattern;

/** What people write in a form may have several lines; what is recorded of it has one. */
final class OneLine {
  private static final Pattern LINE_BREAKS = Pattern.compile("\\s*\\R\\s*");

  private OneLine() {}

  static String of(String text) {
    return LINE_BREAKS.matcher(text.strip()).replaceAll(" ");
  }
}
