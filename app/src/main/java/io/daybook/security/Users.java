package io.daybook.security;

import io.daybook.security.personal.BlindIndex;
import io.daybook.security.personal.DataClass;
import io.daybook.security.personal.KeyScope;
import io.daybook.security.personal.PersonalData;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The users in the database; login names are compared without regard to case. */
@Component
class Users {
  private final JdbcClient jdbc;
  private final PasswordHasher hasher;
  private final PersonalData personal;
  private final BlindIndex index;
  private final Clock clock;

  Users(
      JdbcClient jdbc,
      PasswordHasher hasher,
      PersonalData personal,
      BlindIndex index,
      Clock clock) {
    this.jdbc = jdbc;
    this.hasher = hasher;
    this.personal = personal;
    this.index = index;
    this.clock = clock;
    sealOldNames();
  }

  Optional<User> findByName(String username) {
    return jdbc.sql("select * from security.users where name_index = ?")
        .param(index(canonical(username)))
        .query(this::read)
        .optional();
  }

  Optional<User> findById(String id) {
    return jdbc.sql("select * from security.users where id = ?")
        .param(id)
        .query(this::read)
        .optional();
  }

  /** Adds a user; returns nothing if the name is taken. */
  Optional<User> add(
      String username, String password, Set<Role> roles, @Nullable String organiserId) {
    if (findByName(username).isPresent()) {
      return Optional.empty(); // Else a data key would be left behind for nobody.
    }
    return addHashed(username, hasher.hash(password), roles, organiserId);
  }

  /**
   * Adds a user whose password is known by its hash alone; returns nothing if the name is taken.
   */
  Optional<User> addHashed(
      String username, String passwordHash, Set<Role> roles, @Nullable String organiserId) {
    User user =
        new User(
            UserIds.next(clock.millis()), canonical(username), passwordHash, roles, organiserId);
    int added =
        jdbc.sql(
                """
                insert into security.users
                  (id, name_index, sealed_name, password_hash, roles, organiser_id)
                values (?, ?, ?, ?, string_to_array(?, ','), ?)
                on conflict (name_index) do nothing
                """)
            .params(
                Arrays.asList(
                    user.id(),
                    index(user.username()),
                    seal(user.id(), user.username()),
                    user.passwordHash(),
                    roles.stream().map(Role::name).sorted().collect(Collectors.joining(",")),
                    organiserId))
            .update();
    return added == 1 ? Optional.of(user) : Optional.empty();
  }

  boolean isEmpty() {
    return jdbc.sql("select not exists (select from security.users)").query(Boolean.class).single();
  }

  private static String canonical(String username) {
    return username.strip().toLowerCase(Locale.ROOT);
  }

  private String index(String canonical) {
    return index.of("username", canonical);
  }

  private String seal(String id, String username) {
    return personal
        .key(new KeyScope(DataClass.ACCOUNT, id, ""))
        .map(key -> personal.seal(key, username, place(id)))
        .orElse(PersonalData.ERASED);
  }

  /** Names that were stored when the table still held them. */
  private void sealOldNames() {
    jdbc.sql("select id, username from security.users where username is not null")
        .query((row, number) -> List.of(row.getString(1), row.getString(2)))
        .list()
        .forEach(old ->
            jdbc.sql(
                    """
                    update security.users set username = null, name_index = ?, sealed_name = ?
                    where id = ?\
                    """)
                .params(index(old.get(1)), seal(old.get(0), old.get(1)), old.get(0))
                .update());
  }

  private static String[] place(String id) {
    return new String[] {"security.users", "sealed_name", id};
  }

  private User read(ResultSet row, int number) throws SQLException {
    Array roles = row.getArray("roles");
    return new User(
        row.getString("id"),
        personal.open(row.getString("sealed_name"), place(row.getString("id"))),
        row.getString("password_hash"),
        Arrays.stream((String[]) roles.getArray()).map(Role::valueOf).collect(Collectors.toSet()),
        row.getString("organiser_id"));
  }
}
