package io.daybook.security;

import io.daybook.database.ErasureDatabase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of a user for signing in, and its end. */
@Component
public class UserAccounts {
  private static final List<String> DELETIONS =
      List.of(
          """
          delete from security.refresh_tokens where family_id in
            (select id from security.token_families where user_id = ?)\
          """,
          "delete from security.token_families where user_id = ?",
          "delete from security.users where id = ?");

  private final Users users;
  private final ErasureDatabase erasure;

  UserAccounts(Users users, ErasureDatabase erasure) {
    this.users = users;
    this.erasure = erasure;
  }

  /** A user's account, without the hash of the password. */
  public record Account(String id, String username, Set<Role> roles) {}

  /** Returns the account of a user, or nothing if it was erased or never was. */
  public Optional<Account> find(String userId) {
    return users
        .findById(userId)
        .map(user -> new Account(user.id(), user.username(), user.roles()));
  }

  /** Removes an account with all its sign-ins; returns how many rows were removed. */
  public int erase(String userId) {
    return erasure.call(
        jdbc -> DELETIONS.stream().mapToInt(sql -> deleted(jdbc, sql, userId)).sum());
  }

  private static int deleted(JdbcClient jdbc, String sql, String userId) {
    return jdbc.sql(sql).param(userId).update();
  }
}
