package io.daybook.kyb.rules;

import java.util.List;

/**
 * A decision table that decided something, and which of its rules did.
 *
 * @param table the table's id
 * @param version counts the versions of the table, from 1
 * @param sha256 64 hexadecimal digits of the SHA-256 of the table's file
 * @param rules the ids of the rules that hit, in the table's order
 */
public record UsedTable(String table, int version, String sha256, List<String> rules) {
  /** Copies the list. */
  public UsedTable {
    rules = List.copyOf(rules);
  }
}
