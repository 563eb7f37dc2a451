package io.daybook.projections.shared;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A place in a list: the key of the last row that was read.
 *
 * <p>To callers it is opaque text. The name of its list is in it, so a cursor of another list is
 * refused, and each place has exactly one text.
 */
record Cursor(String list, long key) {
  private static final int MAX_CHARACTERS = 100;
  private static final Pattern CONTENT = Pattern.compile("([a-z_.]{1,40})/(0|[1-9][0-9]{0,17})");

  String encoded() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((list + "/" + key).getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * Returns the cursor that {@code text} stands for.
   *
   * @throws InvalidCursorException if {@code text} is not a cursor of {@code list}
   */
  static Cursor decode(String list, String text) {
    var content = CONTENT.matcher(content(text));
    if (!content.matches()) {
      throw new InvalidCursorException("not a cursor");
    }
    var cursor = new Cursor(content.group(1), Long.parseLong(content.group(2)));
    if (!cursor.encoded().equals(text) || !cursor.list.equals(list)) {
      throw new InvalidCursorException("not a cursor of this list");
    }
    return cursor;
  }

  private static String content(String text) {
    if (text.length() > MAX_CHARACTERS) {
      throw new InvalidCursorException("longer than any cursor");
    }
    try {
      return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
    } catch (IllegalArgumentException e) {
      throw new InvalidCursorException("not base64url");
    }
  }
}
