package io.daybook.security;

import org.springframework.stereotype.Component;

/** Tells people the names behind user ids; the journal holds ids alone. */
@Component
public class UserNames {
  private final Users users;

  UserNames(Users users) {
    this.users = users;
  }

  /** Returns the login name of the user with {@code id}, or the id itself if there is none. */
  public String of(String id) {
    return users.findById(id).map(User::username).orElse(id);
  }
}
