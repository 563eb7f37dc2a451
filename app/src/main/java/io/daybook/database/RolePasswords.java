package io.daybook.database;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The passwords of the embedded server's roles, in the file {@value #FILE} of the data folder.
 *
 * <p>The file has the format of libpq's password file, so that {@code PGPASSFILE} may name it.
 */
final class RolePasswords {
  static final String FILE = "pgpass";

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Map<DatabaseRole, String> passwordByRole;

  private RolePasswords(Map<DatabaseRole, String> passwordByRole) {
    this.passwordByRole = passwordByRole;
  }

  /** Reads the passwords, or makes and keeps new ones if there are none. */
  static RolePasswords in(DataFolder folder) {
    @Nullable String text = folder.read(FILE);
    if (text != null) {
      return parse(text, folder);
    }
    Map<DatabaseRole, String> passwords = new EnumMap<>(DatabaseRole.class);
    for (DatabaseRole role : DatabaseRole.values()) {
      passwords.put(role, randomPassword());
    }
    folder.writePrivate(FILE, format(passwords));
    return new RolePasswords(passwords);
  }

  String of(DatabaseRole role) {
    @Nullable String password = passwordByRole.get(role);
    if (password == null) {
      throw new IllegalStateException("no password for " + role);
    }
    return password;
  }

  private static RolePasswords parse(String text, DataFolder folder) {
    Map<DatabaseRole, String> passwords = new EnumMap<>(DatabaseRole.class);
    for (DatabaseRole role : DatabaseRole.values()) {
      String start = lineStart(role);
      String line = text.lines().filter(l -> l.startsWith(start)).findFirst().orElse(start);
      if (line.length() == start.length()) {
        throw new StartRefused(
            "The file " + folder.resolve(FILE) + " has no password for " + role.sqlName() + ".");
      }
      passwords.put(role, line.substring(start.length()));
    }
    return new RolePasswords(passwords);
  }

  private static String format(Map<DatabaseRole, String> passwords) {
    return passwords.entrySet().stream()
        .map(entry -> lineStart(entry.getKey()) + entry.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private static String lineStart(DatabaseRole role) {
    return "127.0.0.1:*:*:" + role.sqlName() + ":";
  }

  private static String randomPassword() {
    byte[] bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
