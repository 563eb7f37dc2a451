package io.daybook.journal.audit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.Bytes;
import io.daybook.journal.audit.StrictJson.Elements;
import io.daybook.journal.audit.StrictJson.Literal;
import io.daybook.journal.audit.StrictJson.Members;
import io.daybook.journal.audit.StrictJson.Numeral;
import io.daybook.journal.audit.StrictJson.Text;
import io.daybook.journal.audit.StrictJson.Value;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON to the letter of RFC 8259, in UTF-8, with no key twice in an object and at most 255
 * levels deep. Most of a long verification is spent here, so it makes no object that nobody asks
 * for.
 */
final class JsonScanner {
  private static final int MAX_DEPTH = 255;

  private final String text;
  private int at;
  private int depth;

  private JsonScanner(String text) {
    this.text = text;
  }

  /**
   * Reads one object.
   *
   * @throws RuleViolation if the payload is anything else
   */
  static Map<String, Value> object(Bytes payload) {
    var scanner = new JsonScanner(decode(payload.toArray()));
    scanner.skipSpace();
    if (scanner.peek() != '{') {
      throw new RuleViolation("payload", "a JSON object", "another JSON value");
    }
    Map<String, Value> object = scanner.members();
    scanner.skipSpace();
    if (scanner.at < scanner.text.length()) {
      throw new RuleViolation("payload", "one JSON object", "more after it");
    }
    return object;
  }

  private static String decode(byte[] payload) {
    for (byte b : payload) {
      if (b < 0) {
        return decodeUtf8(payload);
      }
    }
    return new String(payload, ISO_8859_1);
  }

  private static String decodeUtf8(byte[] payload) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString();
    } catch (CharacterCodingException e) {
      throw new RuleViolation("payload", "strict JSON in UTF-8", "other bytes");
    }
  }

  private Value value() {
    skipSpace();
    return switch (peek()) {
      case '{' -> new Members(members());
      case '[' -> new Elements(elements());
      case '"' -> new Text(string());
      case 't' -> literal("true", Literal.TRUE);
      case 'f' -> literal("false", Literal.FALSE);
      case 'n' -> literal("null", Literal.NULL);
      default -> new Numeral(numeral());
    };
  }

  private Map<String, Value> members() {
    enter();
    var members = new HashMap<String, Value>();
    if (!ends('}')) {
      do {
        skipSpace();
        String name = string();
        skipSpace();
        expect(':');
        if (members.put(name, value()) != null) {
          throw malformed("key '" + name + "' is there twice");
        }
      } while (goesOn('}'));
    }
    depth--;
    return members;
  }

  private List<Value> elements() {
    enter();
    var elements = new ArrayList<Value>();
    if (!ends(']')) {
      do {
        elements.add(value());
      } while (goesOn(']'));
    }
    depth--;
    return elements;
  }

  private void enter() {
    at++;
    if (++depth > MAX_DEPTH) {
      throw malformed("more than " + MAX_DEPTH + " levels");
    }
  }

  /** Tells whether an object or list ends at once, and passes over its end. */
  private boolean ends(char end) {
    skipSpace();
    boolean isEnd = peek() == end;
    at += isEnd ? 1 : 0;
    return isEnd;
  }

  /** Passes over a comma, or over the end. */
  private boolean goesOn(char end) {
    skipSpace();
    char c = peek();
    if (c != ',' && c != end) {
      throw malformed("no ',' or '" + end + "'");
    }
    at++;
    return c == ',';
  }

  private String string() {
    expect('"');
    int start = at;
    while (true) {
      char c = peek();
      if (c == '"') {
        return text.substring(start, at++);
      }
      if (c == '\\') {
        return escaped(start);
      }
      if (c < ' ') {
        throw malformed("a control character in a text, or no end of it");
      }
      at++;
    }
  }

  private String escaped(int start) {
    var unescaped = new StringBuilder(text.substring(start, at));
    for (char c = next(); c != '"'; c = next()) {
      if (c < ' ') {
        throw malformed("a control character in a text, or no end of it");
      }
      unescaped.append(c == '\\' ? escape() : c);
    }
    return unescaped.toString();
  }

  private char escape() {
    char c = next();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        int value = 0;
        for (int i = 0; i < 4; i++) {
          char hex = next();
          int digit = hex < 0x80 ? Character.digit(hex, 16) : -1;
          if (digit < 0) {
            throw malformed("no hexadecimal digit");
          }
          value = value << 4 | digit;
        }
        yield (char) value;
      }
      default -> throw malformed("no such escape");
    };
  }

  private String numeral() {
    int start = at;
    at += peek() == '-' ? 1 : 0;
    if (peek() == '0') {
      at++;
    } else {
      digits();
    }
    if (peek() == '.') {
      at++;
      digits();
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      at += peek() == '+' || peek() == '-' ? 1 : 0;
      digits();
    }
    return text.substring(start, at);
  }

  private void digits() {
    int start = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    if (at == start) {
      throw malformed("no value");
    }
  }

  private Value literal(String word, Literal value) {
    if (!text.startsWith(word, at)) {
      throw malformed("no value");
    }
    at += word.length();
    return value;
  }

  private void expect(char wanted) {
    if (peek() != wanted) {
      throw malformed("no '" + wanted + "'");
    }
    at++;
  }

  private char next() {
    char c = peek();
    at++;
    return c;
  }

  /** Returns the next character; U+0000, which is nowhere allowed, at the end. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private void skipSpace() {
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  private RuleViolation malformed(String reason) {
    return new RuleViolation("payload", "strict JSON in UTF-8", reason + " at character " + at);
  }
}
