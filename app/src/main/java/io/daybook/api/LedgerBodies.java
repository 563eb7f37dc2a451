package io.daybook.api;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.AccountTerms;
import io.daybook.ledger.book.BookEvent.EntryProposed;
import io.daybook.ledger.book.BookEvent.EntryRecorded;
import io.daybook.ledger.book.EntryConditions;
import io.daybook.ledger.book.EntryContent;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.EntryLinks;
import io.daybook.ledger.book.Posting;
import io.daybook.ledger.book.ReversalContent;
import io.daybook.ledger.book.Side;
import io.daybook.projections.balances.EntryView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What requests and answers about the ledger say. */
final class LedgerBodies {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  private LedgerBodies() {}

  /** One line of an entry. */
  record PostingBody(@NotNull String account, @NotNull Side side, @NotNull MoneyBody amount) {
    Posting posting(String field) {
      return new Posting(
          id(AccountId::new, account, field + ".account"), side, amount.exact(field + ".amount"));
    }
  }

  /**
   * A new entry; what is absent is nothing, the value date is today.
   *
   * @param id an id of the client's own; absent if it follows from the Idempotency-Key
   * @param expectedVersions how many entries must have moved an account before
   */
  record EntryRequest(
      @Nullable String id,
      @NotNull @Size(max = 1_001) List<@NotNull @Valid PostingBody> postings,
      @Nullable String memo,
      @Nullable String reference,
      @Nullable String externalReference,
      @Nullable String valueDate,
      @Nullable Map<String, @NotNull String> metadata,
      @Nullable String parent,
      @Nullable String corrects,
      @Nullable Map<String, @NotNull Long> expectedVersions) {
    EntryId idOr(EntryId derived) {
      return id == null ? derived : LedgerBodies.id(EntryId::new, id, "id");
    }

    EntryContent content() {
      return new EntryContent(
          LedgerBodies.postings(postings),
          Objects.requireNonNullElse(memo, ""),
          Objects.requireNonNullElse(reference, ""),
          externalReference,
          day(valueDate, "valueDate"),
          metadata == null ? Map.of() : metadata,
          new EntryLinks(
              idOrNull(EntryId::new, parent, "parent"),
              null,
              idOrNull(EntryId::new, corrects, "corrects")));
    }

    EntryConditions conditions() {
      var versions = new HashMap<AccountId, Long>();
      if (expectedVersions != null) {
        expectedVersions.forEach((account, version) ->
            versions.put(LedgerBodies.id(AccountId::new, account, "expectedVersions"), version));
      }
      return new EntryConditions(List.of(), versions);
    }
  }

  /** An entry of a template's shape. */
  record TemplateEntryRequest(
      @NotNull MoneyBody amount,
      @NotBlank String memo,
      @Nullable String reference,
      @Nullable String externalReference,
      @Nullable String valueDate) {
    EntryContent content() {
      return new EntryContent(
          List.of(),
          memo,
          Objects.requireNonNullElse(reference, ""),
          externalReference,
          day(valueDate, "valueDate"),
          Map.of(),
          EntryLinks.NONE);
    }
  }

  /**
   * What to undo of an entry.
   *
   * @param postings on the sides on which they are undone; absent for all that is left
   */
  record ReversalRequest(
      @NotBlank String memo,
      @Nullable @Size(max = 1_001) List<@NotNull @Valid PostingBody> postings,
      @Nullable String valueDate) {
    ReversalContent content() {
      return new ReversalContent(
          postings == null ? List.of() : LedgerBodies.postings(postings),
          memo,
          day(valueDate, "valueDate"));
    }
  }

  /**
   * An entry as a write of it answers.
   *
   * @param state PROPOSED if it waits for a second person, else POSTED
   * @param valueDate absent for the day on which a proposed entry is approved
   */
  record EntryBody(
      EntryId id,
      String state,
      List<Posting> postings,
      String memo,
      String reference,
      @Nullable String externalReference,
      @Nullable LocalDate valueDate,
      Map<String, String> metadata,
      EntryLinks links) {
    static EntryBody of(EntryRecorded recorded) {
      return of(recorded.entry(), "POSTED", recorded.content(), recorded.decision().valueDate());
    }

    static EntryBody of(EntryProposed proposed) {
      return of(proposed.entry(), "PROPOSED", proposed.content(), proposed.content().valueDate());
    }

    private static EntryBody of(
        EntryId id, String state, EntryContent content, @Nullable LocalDate valueDate) {
      return new EntryBody(
          id,
          state,
          content.postings(),
          content.memo(),
          content.reference(),
          content.externalReference(),
          valueDate,
          content.metadata(),
          content.links());
    }

    static EntryBody of(EntryView view) {
      return new EntryBody(
          view.entry(),
          "POSTED",
          view.postings().stream()
              .map(line -> new Posting(line.account(), line.side(), line.amount()))
              .toList(),
          view.memo(),
          view.reference(),
          view.externalReference(),
          view.valueDate(),
          view.metadata(),
          view.links());
    }
  }

  /** Bounds of an account; what is absent has none, and null is no bound that can be given. */
  record TermsBody(
      @JsonSetter(nulls = Nulls.FAIL) @Nullable Long minimumMinor,
      @JsonSetter(nulls = Nulls.FAIL) @Nullable Long maximumMinor,
      @JsonSetter(nulls = Nulls.FAIL) @Nullable String tier) {
    AccountTerms terms() {
      return new AccountTerms(minimumMinor, maximumMinor, tier);
    }
  }

  private static List<Posting> postings(List<PostingBody> bodies) {
    var postings = new java.util.ArrayList<Posting>(bodies.size());
    for (int i = 0; i < bodies.size(); i++) {
      postings.add(bodies.get(i).posting("postings[" + i + "]"));
    }
    return postings;
  }

  /**
   * Returns the id in a field of a request.
   *
   * @throws ApiProblem if it is none
   */
  static <I> I id(Function<String, I> constructor, String text, String field) {
    try {
      return constructor.apply(text);
    } catch (IllegalArgumentException e) {
      throw invalid(field, "this is no such id");
    }
  }

  private static <I> @Nullable I idOrNull(
      Function<String, I> constructor, @Nullable String text, String field) {
    return text == null ? null : id(constructor, text, field);
  }

  /**
   * Returns the day in a field of a request.
   *
   * @throws ApiProblem if it is none
   */
  static @Nullable LocalDate day(@Nullable String text, String field) {
    if (text == null) {
      return null;
    }
    try {
      if (DAY.matcher(text).matches()) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeException e) {
      // Said below: a day that there is not.
    }
    throw invalid(field, "a day is written as 2030-01-31");
  }

  static ApiProblem invalid(String field, String why) {
    return ApiProblem.of(
        HttpStatus.UNPROCESSABLE_CONTENT, "invalid_request", field + ": " + why + ".");
  }
}
