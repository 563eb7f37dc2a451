package io.daybook.security.personal;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sealed text as it is stored: {@code sealed:1:<key id>:<base64url of the sealed bytes>}. */
final class SealedText {
  private static final Pattern FORM =
      Pattern.compile("sealed:1:(key_[0-9A-HJKMNP-TV-Z]{26}):([A-Za-z0-9_-]+)");

  private final String keyId;
  private final byte[] sealed;

  SealedText(String keyId, byte[] sealed) {
    this.keyId = keyId;
    this.sealed = sealed;
  }

  /** Reads the stored form; nothing if {@code stored} is any other text. */
  static Optional<SealedText> parse(String stored) {
    Matcher form = FORM.matcher(stored);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new SealedText(form.group(1), Base64.getUrlDecoder().decode(form.group(2))));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  String keyId() {
    return keyId;
  }

  byte[] sealed() {
    return sealed;
  }

  String stored() {
    return "sealed:1:"
        + keyId
        + ":"
        + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }
}
