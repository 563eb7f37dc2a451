package io.daybook.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes bodies that no route may accept from one that is accepted. */
final class WrongBodies {
  private WrongBodies() {}

  /** Returns what is no document of the expected shape, each with its description. */
  static Map<String, byte[]> documents(String valid) {
    Map<String, String> bodies = new LinkedHashMap<>();
    bodies.put("nothing", "");
    bodies.put("blank", "  \n");
    bodies.put("null", "null");
    bodies.put("a list", "[" + valid + "]");
    bodies.put("an empty list", "[]");
    bodies.put("a text", "\"text\"");
    bodies.put("a number", "1");
    bodies.put("true", "true");
    bodies.put("cut short", valid.strip().substring(0, valid.strip().length() - 1));
    bodies.put("trailing text", valid + "x");
    bodies.put("a second document", valid + "{}");
    bodies.put("a comment", "/* comment */" + valid);
    bodies.put("a trailing comma", valid.strip().replaceFirst("}$", ",}"));
    bodies.put("single quotes", valid.replace('"', '\''));
    bodies.put("an unknown field", with(valid, "\"unknown\": 1"));
    bodies.put("__proto__", with(valid, "\"__proto__\": {}"));
    bodies.put("@class", with(valid, "\"@class\": \"java.lang.Runtime\""));
    bodies.put("an empty name", with(valid, "\"\": 1"));
    bodies.put("deep nesting", with(valid, "\"unknown\": " + "[".repeat(500) + "]".repeat(500)));
    bodies.put("deep objects", "{\"a\":".repeat(500) + "1" + "}".repeat(500));
    bodies.put("a huge number", with(valid, "\"unknown\": " + "9".repeat(5_000)));
    bodies.put("a huge exponent", with(valid, "\"unknown\": 1e999999999"));
    bodies.put("NaN", with(valid, "\"unknown\": NaN"));
    bodies.put("a byte order mark twice", "\uFEFF\uFEFF" + valid);
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    bodies.forEach((what, body) -> bytes.put(what, body.getBytes(StandardCharsets.UTF_8)));
    bytes.put("bytes that are no UTF-8", concat("{\"unknown\": \"", new byte[] {-1, -2}, "\"}"));
    bytes.put("an overlong slash", concat("{\"unknown\": \"", new byte[] {-64, -81}, "\"}"));
    bytes.put("a raw NUL", concat("{\"unknown\": \"", new byte[] {0}, "\"}"));
    return bytes;
  }

  private static String with(String object, String field) {
    return object.strip().replaceFirst("\\{", Matcher.quoteReplacement("{" + field + ", "));
  }

  private static byte[] concat(String before, byte[] middle, String after) {
    byte[] start = before.getBytes(StandardCharsets.UTF_8);
    byte[] end = after.getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[start.length + middle.length + end.length];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(middle, 0, all, start.length, middle.length);
    System.arraycopy(end, 0, all, start.length + middle.length, end.length);
    return all;
  }

  /** Returns the body with each of its values replaced by each of what it must not be. */
  static Map<String, byte[]> fields(String valid) {
    Map<String, byte[]> bodies = new LinkedHashMap<>();
    var field = Pattern.compile("\"(\\w+)\": (\"[^\"]*\"|[0-9]+)").matcher(valid);
    while (field.find()) {
      boolean isText = field.group(2).startsWith("\"");
      List<String> wrong =
          new ArrayList<>(List.of("null", "true", "[]", "{}", "1.0", "1e2", "1.5"));
      if (isText) {
        wrong.addAll(
            List.of(
                "1",
                "\"a\\u0000b\"",
                "\"a\\u0007b\"",
                "\"a\\u001bb\"",
                "\"a\\u0085b\"",
                "\"a\\ud800b\"",
                "\"a\\udc00b\"",
                "\"a\\u202eb\"",
                "\"a\\u2066b\"",
                "\"\"",
                "\"" + "x".repeat(30_000) + "\""));
      } else {
        wrong.addAll(
            List.of(
                "\"" + field.group(2) + "\"",
                "\"\"",
                "-1",
                "0",
                "9223372036854775808",
                "9".repeat(39),
                "9".repeat(60)));
      }
      for (String value : wrong) {
        bodies.put(
            field.group(1) + " = " + value.substring(0, Math.min(30, value.length())),
            (valid.substring(0, field.start(2)) + value + valid.substring(field.end(2)))
                .getBytes(StandardCharsets.UTF_8));
      }
      bodies.put(
          field.group(1) + " twice",
          (valid.substring(0, field.start())
                  + field.group()
                  + ", "
                  + valid.substring(field.start()))
              .getBytes(StandardCharsets.UTF_8));
      bodies.put(
          field.group(1) + " in capitals",
          (valid.substring(0, field.start(1))
                  + field.group(1).toUpperCase(Locale.ROOT)
                  + valid.substring(field.end(1)))
              .getBytes(StandardCharsets.UTF_8));
    }
    return bodies;
  }

  /** Returns {@code body} with one to four of its bytes changed. */
  static byte[] damaged(byte[] body, Random random) {
    byte[] damaged = body.clone();
    int hits = 1 + random.nextInt(4);
    byte[] tokens = "{}[]\",:\\0-e.\0\uFFFFtn ".getBytes(StandardCharsets.ISO_8859_1);
    for (int hit = 0; hit < hits; hit++) {
      int at = random.nextInt(damaged.length);
      damaged[at] =
          random.nextBoolean() ? (byte) random.nextInt(256) : tokens[random.nextInt(tokens.length)];
    }
    return damaged;
  }
}
