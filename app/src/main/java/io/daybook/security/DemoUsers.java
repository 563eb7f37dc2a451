package io.daybook.security;

import io.daybook.database.DataFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The users to try Daybook with: one per role, the second keeper of accounts that four eyes need,
 * and the three officers who decide on a business of high risk.
 *
 * <p>Their passwords are in the file {@value #FILE} of the data folder.
 */
public final class DemoUsers {
  private static final String FILE = "demo-users.txt";
  private static final List<DemoUser> ALL =
      List.of(
          new DemoUser("anna", Role.BUYER),
          new DemoUser("oscar", Role.ORGANISER),
          new DemoUser("olga", Role.OFFICER),
          new DemoUser("pavel", Role.OFFICER),
          new DemoUser("petra", Role.OFFICER),
          new DemoUser("fiona", Role.FINANCE),
          new DemoUser("frank", Role.FINANCE),
          new DemoUser("aude", Role.AUDITOR),
          new DemoUser("ada", Role.ADMIN));

  private final Path file;
  private final Map<String, String> newPasswordByName;

  private DemoUsers(Path file, Map<String, String> newPasswordByName) {
    this.file = file;
    this.newPasswordByName = Map.copyOf(newPasswordByName);
  }

  /** A demo user's name and what it is. */
  public record DemoUser(String username, Role role) {}

  /** Adds the users if they are wanted and there is no user at all. */
  static DemoUsers prepare(
      DemoProperties properties, Users users, PasswordHasher hasher, DataFolder folder) {
    Map<String, String> passwords = new LinkedHashMap<>();
    if (properties.demoData() && users.isEmpty()) {
      for (DemoUser user : ALL) {
        passwords.put(user.username(), password(properties.demoPassword()));
      }
      // Before the users, so that no crash leaves users whose passwords nobody knows.
      folder.writePrivate(FILE, listOf(passwords));
      Map<String, String> hashes =
          passwords.entrySet().parallelStream()
              .collect(
                  Collectors.toConcurrentMap(
                      Map.Entry::getKey, entry -> hasher.hash(entry.getValue())));
      for (DemoUser user : ALL) {
        String hash = Objects.requireNonNull(hashes.get(user.username()));
        users.addHashed(user.username(), hash, Set.of(user.role()), null);
      }
    }
    return new DemoUsers(folder.resolve(FILE), passwords);
  }

  /** Returns the file with the passwords, if this installation has demo users. */
  public Optional<Path> file() {
    return Files.exists(file) ? Optional.of(file) : Optional.empty();
  }

  /** Returns the demo users. */
  public List<DemoUser> users() {
    return ALL;
  }

  /** Returns the passwords by user name if this start has made them; else nothing. */
  public Map<String, String> newPasswords() {
    return newPasswordByName;
  }

  private static String password(@Nullable String configured) {
    return configured == null ? SecretToken.random().value().substring(0, 16) : configured;
  }

  private static String listOf(Map<String, String> passwords) {
    return ALL.stream()
        .map(user ->
            "%-8s %-10s %s%n"
                .formatted(user.username(), user.role(), passwords.get(user.username())))
        .collect(Collectors.joining());
  }
}
