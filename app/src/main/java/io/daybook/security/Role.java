package io.daybook.security;

/** What a user is in Daybook; a user may have several. */
public enum Role {
  BUYER,
  ORGANISER,
  OFFICER,
  FINANCE,
  AUDITOR,
  ADMIN;

  /** Returns the name of this role as Spring Security's authority. */
  String authority() {
    return "ROLE_" + name();
  }
}
