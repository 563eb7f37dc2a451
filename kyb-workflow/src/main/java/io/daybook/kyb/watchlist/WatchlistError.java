package io.daybook.kyb.watchlist;

import io.daybook.ledger.DomainError;
import io.daybook.ledger.UserId;

/** Why a list refuses a command, in order of precedence. */
public sealed interface WatchlistError extends DomainError {

  /**
   * The list's name or source is empty, too long or no plain text.
   *
   * @param field which of them
   * @param maxCharacters how many characters it may have
   */
  record WatchlistFieldInvalid(String field, int maxCharacters) implements WatchlistError {
    @Override
    public String code() {
      return "watchlist_field_invalid";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return field + " needs 1 to " + maxCharacters + " characters, none of them a control";
    }
  }

  /**
   * The same file was loaded before.
   *
   * @param version as which
   */
  record VersionKnown(int version) implements WatchlistError {
    @Override
    public String code() {
      return "watchlist_version_known";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "this file is version " + version + " of the list";
    }
  }

  /** The list has no such version. */
  record VersionUnknown(int version) implements WatchlistError {
    @Override
    public String code() {
      return "watchlist_version_unknown";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String message() {
      return "the list has no version " + version;
    }
  }

  /** The officer loaded the version, so another one must activate it. */
  record LoaderActivates(UserId officer) implements WatchlistError {
    @Override
    public String code() {
      return "four_eyes";
    }

    @Override
    public Kind kind() {
      return Kind.FORBIDDEN;
    }

    @Override
    public String message() {
      return officer + " loaded this version: another officer must activate it";
    }
  }
}
