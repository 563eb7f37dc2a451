package io.daybook.kyb.casefile;

import io.daybook.ledger.DomainError;
import io.daybook.ledger.UserId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Why a KYB case refuses a command, in order of precedence. */
public sealed interface KybError extends DomainError {

  /**
   * A field of the business is empty, too long or has characters that are no text.
   *
   * @param field the field's name
   * @param maxCharacters how many characters it may have; at least one is needed
   */
  record BusinessFieldInvalid(String field, int maxCharacters) implements KybError {
    @Override
    public String code() {
      return "business_field_invalid";
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

  /** The country is not an ISO 3166-1 alpha-2 code in capitals. */
  record CountryUnknown() implements KybError {
    @Override
    public String code() {
      return "country_unknown";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "country must be an ISO 3166-1 alpha-2 code in capitals";
    }
  }

  /** A decision came without a reason. */
  record ReasonRequired() implements KybError {
    @Override
    public String code() {
      return "reason_required";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "a decision needs a reason";
    }
  }

  /**
   * A decision's reason is too long or has characters that are no text.
   *
   * @param maxCharacters how many characters it may have
   */
  record ReasonInvalid(int maxCharacters) implements KybError {
    @Override
    public String code() {
      return "reason_invalid";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "a reason has at most " + maxCharacters + " characters, none of them a control";
    }
  }

  /** The document's media type is none of the accepted ones. */
  record MediaTypeNotAccepted(Set<String> accepted) implements KybError {
    @Override
    public String code() {
      return "media_type_not_accepted";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "a document must be one of " + accepted.stream().sorted().toList();
    }
  }

  /**
   * The document is empty or too large.
   *
   * @param sizeBytes the size that was told
   * @param maxBytes the largest size that is accepted
   */
  record DocumentSizeOutOfRange(long sizeBytes, long maxBytes) implements KybError {
    @Override
    public String code() {
      return "document_size_out_of_range";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "a document has 1 to " + maxBytes + " bytes, not " + sizeBytes;
    }
  }

  /** The document's hash is not 64 lower-case hexadecimal digits. */
  record HashMalformed() implements KybError {
    @Override
    public String code() {
      return "sha256_malformed";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "sha256 must be 64 lower-case hexadecimal digits";
    }
  }

  /** The case exists with another organiser, applicant or business. */
  record CaseExistsWithDifferentContent(KybCaseId kybCase) implements KybError {
    @Override
    public String code() {
      return "case_exists_with_different_content";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "case " + kybCase + " was opened with other content";
    }
  }

  /** The document is attached already, with another kind, type, size or hash. */
  record DocumentExistsWithDifferentContent(DocumentId document) implements KybError {
    @Override
    public String code() {
      return "document_exists_with_different_content";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "document " + document + " is attached with other content";
    }
  }

  /** The check is recorded already, with the other result. */
  record CheckExistsWithDifferentResult(String commandId) implements KybError {
    @Override
    public String code() {
      return "check_exists_with_different_result";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "check " + commandId + " is recorded with the other result";
    }
  }

  /** A stored document lost its hash, so the case can't be approved as it is. */
  record DocumentNotIntact(KybCaseId kybCase) implements KybError {
    @Override
    public String code() {
      return "document_not_intact";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "a stored document of case " + kybCase + " is damaged: attach all again, or reject";
    }
  }

  /**
   * The command does not fit where the case stands.
   *
   * @param expected the states in which it would
   * @param actual where the case stands
   */
  record CaseNotInState(KybCaseId kybCase, Set<CaseState> expected, CaseState actual)
      implements KybError {
    /** Copies the set. */
    public CaseNotInState {
      expected = Set.copyOf(expected);
    }

    @Override
    public String code() {
      return "case_not_in_state";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "case "
          + kybCase
          + " is "
          + actual
          + ", not one of "
          + expected.stream().sorted().toList();
    }

    /** A submitted case waits for its documents' check, which ends by itself. */
    @Override
    public boolean isTransient() {
      return actual == CaseState.SUBMITTED && expected.contains(CaseState.CHECKED);
    }
  }

  /** No review of the case was scheduled for that time. */
  record ReviewNotDue(KybCaseId kybCase) implements KybError {
    @Override
    public String code() {
      return "review_not_due";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "no review of case " + kybCase + " was scheduled for that time";
    }
  }

  /** The case has no open review. */
  record ReviewNotOpen(KybCaseId kybCase) implements KybError {
    @Override
    public String code() {
      return "review_not_open";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "case " + kybCase + " has no open review";
    }
  }

  /** What was asked, or answered, is empty, too long or has characters that are no text. */
  record RequestTextInvalid(String field, int maxCharacters) implements KybError {
    @Override
    public String code() {
      return "request_text_invalid";
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

  /** The applicant was asked, and answers before the case is handed over again. */
  record RequestOpen(KybCaseId kybCase) implements KybError {
    @Override
    public String code() {
      return "request_open";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "officers asked about case " + kybCase + ": answer, which hands it over";
    }
  }

  /** Nothing is asked for, or not any more. */
  record RequestNotOpen(KybCaseId kybCase) implements KybError {
    @Override
    public String code() {
      return "request_not_open";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "nothing is asked about case " + kybCase + ", or the time to answer is over";
    }
  }

  /** The case has as many documents as it may have. */
  record TooManyDocuments(int maxDocuments) implements KybError {
    @Override
    public String code() {
      return "too_many_documents";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "a case has at most " + maxDocuments + " documents";
    }
  }

  /**
   * Required documents are not attached.
   *
   * @param missing the kinds that are missing, in the order of {@link DocumentKind}
   */
  record DocumentsMissing(List<DocumentKind> missing) implements KybError {
    /** Copies the list. */
    public DocumentsMissing {
      missing = List.copyOf(missing);
    }

    @Override
    public String code() {
      return "documents_missing";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return missing.stream()
          .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' '))
          .collect(Collectors.joining(", ", "attach ", " first"));
    }
  }

  /** A field of a party is not accepted. */
  record PartyFieldInvalid(String field) implements KybError {
    @Override
    public String code() {
      return "party_field_invalid";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "the party's " + field + " is not accepted";
    }
  }

  /** A party can not be found in the case. */
  record PartyUnknown(PartyId party) implements KybError {
    @Override
    public String code() {
      return "party_unknown";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String message() {
      return "the case has no party " + party;
    }
  }

  /** The case has as many parties as it may have. */
  record TooManyParties(int maxParties) implements KybError {
    @Override
    public String code() {
      return "too_many_parties";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "a case has at most " + maxParties + " parties";
    }
  }

  /**
   * What was declared about the ownership makes no sense.
   *
   * @param what why
   * @param about a party that it is about
   */
  record OwnershipInvalid(String what, PartyId about) implements KybError {
    @Override
    public String code() {
      return "ownership_invalid";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "party " + about + ": " + what;
    }
  }

  /** The party is part of what was declared about the ownership. */
  record PartyInOwnership(PartyId party) implements KybError {
    @Override
    public String code() {
      return "party_in_ownership";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "party " + party + " owns or controls: declare the ownership without it first";
    }
  }

  /** The screening was not of the parties that the case has now. */
  record PartiesChanged(KybCaseId kybCase) implements KybError {
    @Override
    public String code() {
      return "parties_changed";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "the parties of case " + kybCase + " have changed: screen them again";
    }

    @Override
    public boolean isTransient() {
      return true;
    }
  }

  /** The parties that the case has now were not screened. */
  record CaseNotScreened(KybCaseId kybCase) implements KybError {
    @Override
    public String code() {
      return "case_not_screened";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "the parties of case " + kybCase + " are not screened";
    }

    /** Screening follows a change by itself. */
    @Override
    public boolean isTransient() {
      return true;
    }
  }

  /** Hits of the case wait for a decision. */
  record HitsOpen(KybCaseId kybCase, int openHits) implements KybError {
    @Override
    public String code() {
      return "hits_open";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "case " + kybCase + " has " + openHits + " open hits: decide on them first";
    }
  }

  /** A party of the case is who a list says. */
  record HitsConfirmed(KybCaseId kybCase) implements KybError {
    @Override
    public String code() {
      return "hits_confirmed";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "a party of case " + kybCase + " is on a list: the case can only be rejected";
    }
  }

  /** The case has no such hit now. */
  record HitUnknown(HitId hit) implements KybError {
    @Override
    public String code() {
      return "hit_unknown";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String message() {
      return "the case has no hit " + hit;
    }
  }

  /** Somebody decided on the hit already. */
  record HitDecided(HitId hit, HitState state) implements KybError {
    @Override
    public String code() {
      return "hit_decided";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "hit " + hit + " is " + state;
    }
  }

  /**
   * The officer may not decide: four eyes means two officers, neither of them the applicant.
   *
   * @param officer who tried
   * @param conflict what the officer already is in this case
   */
  record FourEyes(UserId officer, Conflict conflict) implements KybError {
    /** What an officer can already be in a case. */
    public enum Conflict {
      /** The officer applied for the business. */
      APPLICANT,
      /** The officer proposed what is to be approved. */
      PROPOSER,
      /** The officer agreed to what is to be approved, and a third one must. */
      SECONDER,
      /** The officer proposed to dismiss the hit. */
      HIT_PROPOSER
    }

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
      return officer + " may not decide, being the case's " + conflict;
    }
  }
}
