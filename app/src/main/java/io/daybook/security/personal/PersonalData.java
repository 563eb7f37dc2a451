package io.daybook.security.personal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Seals what is known about people, so that it ends with its data key wherever copies of it are.
 *
 * <p>A value is sealed for a place: origin, aggregate, event and field, or table, row and column.
 * It opens nowhere else. Once its key is destroyed it reads as {@link #ERASED}; what comes in for a
 * destroyed key is not kept at all.
 */
public final class PersonalData {
  /** What stands where something was erased. */
  public static final String ERASED = "[erased]";

  private final DataKeys keys;

  PersonalData(DataKeys keys) {
    this.keys = keys;
  }

  /** Returns the id of the key of {@code scope}, made if need be; nothing if it was destroyed. */
  public Optional<String> key(KeyScope scope) {
    return keys.obtain(scope).map(DataKey::id);
  }

  /** Returns the stored form of {@code text}, or {@link #ERASED} if the key is destroyed. */
  public String seal(String keyId, String text, String... place) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    return keys.find(keyId)
        .map(key -> new SealedText(keyId, key.seal(plain, place(keyId, place))).stored())
        .orElse(ERASED);
  }

  /**
   * Returns the text of a stored form: {@link #ERASED} if its key is destroyed, and {@code stored}
   * itself if it is no sealed text.
   *
   * @throws SealBroken if it was not sealed for this place, or was changed
   */
  public String open(String stored, String... place) {
    Optional<SealedText> text = SealedText.parse(stored);
    if (text.isEmpty()) {
      return stored;
    }
    String keyId = text.get().keyId();
    return keys.find(keyId)
        .map(key ->
            new String(
                key.open(text.get().sealed(), place(keyId, place))
                    .orElseThrow(() -> new SealBroken(keyId, List.of(place))),
                StandardCharsets.UTF_8))
        .orElse(ERASED);
  }

  /** Whether a stored text can still be read. */
  public enum Standing {
    /** It was never sealed. */
    OPEN,
    /** It is sealed under a key that is still there. */
    SEALED,
    /** It was erased, by its key or when it was to be stored. */
    ERASED
  }

  /** Tells how {@code stored} stands, without opening it. */
  public Standing standing(String stored) {
    if (stored.equals(ERASED)) {
      return Standing.ERASED;
    }
    return SealedText.parse(stored)
        .map(text -> keys.find(text.keyId()).isPresent() ? Standing.SEALED : Standing.ERASED)
        .orElse(Standing.OPEN);
  }

  /** Returns {@code bytes} sealed, or nothing if the key is destroyed. */
  public Optional<byte[]> sealBytes(String keyId, byte[] bytes, String... place) {
    return keys.find(keyId).map(key -> key.seal(bytes, place(keyId, place)));
  }

  /** Returns what was sealed, or nothing if the key is destroyed or the bytes were changed. */
  public Optional<byte[]> openBytes(String keyId, byte[] sealed, String... place) {
    return keys.find(keyId).flatMap(key -> key.open(sealed, place(keyId, place)));
  }

  private static List<String> place(String keyId, String... parts) {
    var place = new ArrayList<String>();
    place.add("daybook/personal/v1");
    place.add(keyId);
    place.addAll(List.of(parts));
    return place;
  }
}
