package io.daybook.api;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The answer to a write.
 *
 * @param position the journal position from which on the write can be read
 * @param location where what was made can be read
 * @param body what was made, as it reads now
 * @param isRepeat whether the journal had the write already
 */
record Written(
    HttpStatus status, long position, @Nullable URI location, Object body, boolean isRepeat) {
  static Written created(String location, long position, Object body) {
    return new Written(HttpStatus.CREATED, position, URI.create(location), body, false);
  }

  static Written accepted(String location, long position, Object body) {
    return new Written(HttpStatus.ACCEPTED, position, URI.create(location), body, false);
  }

  /** Returns this with another body, and nothing to read it at. */
  Written with(Object other) {
    return new Written(status, position, null, other, isRepeat);
  }

  /** Returns this as the answer to a write that the journal had already. */
  Written again() {
    return new Written(status, position, location, body, true);
  }
}
