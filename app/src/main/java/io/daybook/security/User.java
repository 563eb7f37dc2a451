package io.daybook.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row of {@code security.users}, with the name opened. */
record User(
    String id,
    String username,
    String passwordHash,
    Set<Role> roles,
    @Nullable String organiserId) {

  Caller caller() {
    return new Caller(id, username, roles, organiserId);
  }

  @Override
  public String toString() {
    return "User[" + id + "]";
  }
}
