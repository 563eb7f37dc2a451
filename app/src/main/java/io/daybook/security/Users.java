package io.daybook.security;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
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
  private final Clock clock;

  Users(JdbcClient jdbc, PasswordHasher hasher, Clock clock) {
    this.jdbc = jdbc;
    this.hasher = hasher;
    this.clock = clock;
  }

  Optional<User> findByName(String username) {
    return jdbc.sql("select * from security.users where username = ?")
        .param(canonical(username))
        .query(Users::read)
        .optional();
  }

  Optional<User> findById(String id) {
    return jdbc.sql("select * from security.users where id = ?")
        .param(id)
        .query(Users::read)
        .optional();
  }

  /** Adds a user; returns nothing if the name is taken. */
  Optional<User> add(
      String username, String password, Set<Role> roles, @Nullable String organiserId) {
    User user =
        new User(
            UserIds.next(clock.millis()),
            canonical(username),
            hasher.hash(password),
            roles,
            organiserId);
    int added =
        jdbc.sql(
                """
                insert into security.users (id, username, password_hash, roles, organiser_id)
                values (?, ?, ?, string_to_array(?, ','), ?)
                on conflict (username) do nothing
                """)
            .params(
                Arrays.asList(
                    user.id(),
                    user.username(),
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

  private static User read(ResultSet row, int number) throws SQLException {
    Array roles = row.getArray("roles");
    return new User(
        row.getString("id"),
        row.getString("username"),
        row.getString("password_hash"),
        Arrays.stream((String[]) roles.getArray()).map(Role::valueOf).collect(Collectors.toSet()),
        row.getString("organiser_id"));
  }
}
