package io.daybook.kyb.casefile;

import io.daybook.kyb.casefile.KybCommand.AttachDocument;
import io.daybook.kyb.casefile.KybError.BusinessFieldInvalid;
import io.daybook.kyb.casefile.KybError.CountryUnknown;
import io.daybook.kyb.casefile.KybError.DocumentSizeOutOfRange;
import io.daybook.kyb.casefile.KybError.HashMalformed;
import io.daybook.kyb.casefile.KybError.MediaTypeNotAccepted;
import io.daybook.kyb.casefile.KybError.ReasonInvalid;
import io.daybook.kyb.casefile.KybError.ReasonRequired;
import io.daybook.kyb.casefile.KybError.RequestTextInvalid;
import io.daybook.ledger.CommandRefused;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a command of a case must contain, whatever the case's state. */
final class ContentRules {
  static final Set<String> MEDIA_TYPES = Set.of("application/pdf", "image/png", "image/jpeg");
  static final long MAX_DOCUMENT_BYTES = 10L * 1024 * 1024;
  static final int MAX_REASON_CHARACTERS = 2_000;

  private static final int MAX_NAME_CHARACTERS = 200;
  private static final int MAX_NUMBER_CHARACTERS = 60;
  private static final int MAX_ACTIVITY_CHARACTERS = 500;
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private ContentRules() {}

  /**
   * Checks the business's fields.
   *
   * @throws CommandRefused by the first field that is not accepted
   */
  static void check(Business business) {
    checkField("legalName", business.legalName(), MAX_NAME_CHARACTERS);
    checkField("registrationNumber", business.registrationNumber(), MAX_NUMBER_CHARACTERS);
    if (!COUNTRIES.contains(business.country())) {
      throw new CommandRefused(new CountryUnknown());
    }
    checkField("activity", business.activity(), MAX_ACTIVITY_CHARACTERS);
  }

  /**
   * Checks a document's type, size and hash.
   *
   * @throws CommandRefused by the first one that is not accepted
   */
  static void check(AttachDocument document) {
    if (!MEDIA_TYPES.contains(document.mediaType())) {
      throw new CommandRefused(new MediaTypeNotAccepted(MEDIA_TYPES));
    }
    if (document.sizeBytes() < 1 || document.sizeBytes() > MAX_DOCUMENT_BYTES) {
      throw new CommandRefused(
          new DocumentSizeOutOfRange(document.sizeBytes(), MAX_DOCUMENT_BYTES));
    }
    if (!SHA256.matcher(document.sha256()).matches()) {
      throw new CommandRefused(new HashMalformed());
    }
  }

  /**
   * Checks a decision's reason.
   *
   * @throws CommandRefused if it is blank, too long or not plain text
   */
  static void checkReason(String reason) {
    if (PlainText.isBlank(reason)) {
      throw new CommandRefused(new ReasonRequired());
    }
    if (!PlainText.isAccepted(reason, MAX_REASON_CHARACTERS)) {
      throw new CommandRefused(new ReasonInvalid(MAX_REASON_CHARACTERS));
    }
  }

  /**
   * Checks a question or an answer.
   *
   * @throws CommandRefused if it is blank, too long or not plain text
   */
  static void checkText(String field, String text) {
    if (PlainText.isBlank(text) || !PlainText.isAccepted(text, MAX_REASON_CHARACTERS)) {
      throw new CommandRefused(new RequestTextInvalid(field, MAX_REASON_CHARACTERS));
    }
  }

  private static void checkField(String field, String text, int maxCharacters) {
    if (PlainText.isBlank(text) || !PlainText.isAccepted(text, maxCharacters)) {
      throw new CommandRefused(new BusinessFieldInvalid(field, maxCharacters));
    }
  }
}
