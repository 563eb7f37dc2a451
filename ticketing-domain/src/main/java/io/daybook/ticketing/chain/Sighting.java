package io.daybook.ticketing.chain;

import org.jspecify.annotations.Nullable;

/**
 * Where one act on a token was seen, and whether that is final.
 *
 * @param place absent while it is not seen
 */
record Sighting(@Nullable Place place, boolean isFinal) {
  static final Sighting NONE = new Sighting(null, false);

  static Sighting at(Place place) {
    return new Sighting(place, false);
  }

  Sighting finalised() {
    return new Sighting(place, true);
  }

  boolean isAt(Place other) {
    return other.equals(place);
  }
}
