package io.daybook.ui;

import io.daybook.security.Caller;
import io.daybook.security.Role;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Who is signed in, as the pages show it.
 *
 * @param officer whether this person decides on cases
 * @param casesVisible whether this person may read cases
 * @param ledgerVisible whether this person may read the books
 * @param journalVisible whether this person may read the journal
 */
record PageCaller(
    String username,
    String roles,
    boolean officer,
    boolean casesVisible,
    boolean ledgerVisible,
    boolean journalVisible) {
  static PageCaller of(Caller caller) {
    boolean journalVisible = caller.is(Role.AUDITOR) || caller.is(Role.ADMIN);
    return new PageCaller(
        caller.username(),
        caller.roles().stream()
            .map(role -> role.name().toLowerCase(Locale.ROOT))
            .sorted()
            .collect(Collectors.joining(", ")),
        caller.is(Role.OFFICER),
        caller.is(Role.OFFICER) || journalVisible,
        caller.is(Role.FINANCE) || journalVisible,
        journalVisible);
  }
}
