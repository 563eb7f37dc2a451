package io.daybook.ui.audit;

import io.daybook.journal.Bytes;
import io.daybook.security.personal.PersonalData.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One value of a payload. Personal texts are never opened here: who may read the journal may not
 * read them.
 *
 * @param name where it stands in the payload, such as {@code business/country}
 * @param value empty if it is sealed or erased
 * @param standing whether it is in the clear
 */
record PayloadField(String name, String value, Standing standing) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MAX_BYTES = 1 << 18;
  private static final int MAX_FIELDS = 300;
  private static final int MAX_CHARACTERS = 600;

  /** The fields of a payload, or why they are not shown. */
  record All(List<PayloadField> fields, String remark) {}

  static All of(@Nullable Bytes payload, Function<String, Standing> standing) {
    if (payload == null) {
      return new All(
          List.of(),
          "The payload was erased, with its salt. A later record of an erasure must name this"
              + " one; “Verify now” looks for it (V16).");
    }
    if (payload.length() > MAX_BYTES) {
      return new All(List.of(), "The payload is too large to be shown; its receipt has it.");
    }
    var fields = new ArrayList<PayloadField>();
    try {
      add(JSON.readTree(payload.toArray()), "", fields, standing);
    } catch (JacksonException e) {
      return new All(List.of(), "The payload is no JSON; its receipt has it.");
    }
    boolean isCut = fields.size() > MAX_FIELDS;
    return new All(
        isCut ? fields.subList(0, MAX_FIELDS) : fields,
        isCut ? "The payload has more values than are shown; its receipt has all." : "");
  }

  private static void add(
      JsonNode node, String name, List<PayloadField> fields, Function<String, Standing> standing) {
    if (fields.size() > MAX_FIELDS) {
      return;
    }
    if (node.isContainer() && !node.isEmpty()) {
      node.properties()
          .forEach(member -> add(member.getValue(), join(name, member.getKey()), fields, standing));
      for (int i = 0; node.isArray() && i < node.size(); i++) {
        add(node.get(i), join(name, "" + i), fields, standing);
      }
      return;
    }
    String text = node.isString() ? node.stringValue() : node.toString();
    Standing is = node.isString() ? standing.apply(text) : Standing.OPEN;
    fields.add(new PayloadField(name, is == Standing.OPEN ? shortened(text) : "", is));
  }

  private static String join(String name, String member) {
    return name.isEmpty() ? member : name + "/" + member;
  }

  private static String shortened(String text) {
    return text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) + "…" : text;
  }
}
