package io.daybook;

import io.daybook.projections.shared.PersonalTexts;
import io.daybook.recorder.personal.StreamKeys;
import io.daybook.security.personal.PersonalData;

/** Seals the texts of read models under the keys of the events that they come from. */
record SealedTexts(StreamKeys keys, PersonalData personal) implements PersonalTexts {
  @Override
  public String seal(String aggregateId, String text, String... place) {
    if (text.equals(PersonalData.ERASED)) {
      return text;
    }
    return keys.find(aggregateId)
        .map(key -> personal.seal(key, text, place))
        .orElse(PersonalData.ERASED);
  }

  @Override
  public String open(String stored, String... place) {
    return personal.open(stored, place);
  }
}
