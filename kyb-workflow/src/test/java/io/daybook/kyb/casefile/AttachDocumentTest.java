package io.daybook.kyb.casefile;

import static io.daybook.kyb.casefile.Cases.CASE;
import static io.daybook.kyb.casefile.Cases.EXTRACT;
import static io.daybook.kyb.casefile.Cases.OWNERS;
import static io.daybook.kyb.casefile.Cases.command;
import static io.daybook.kyb.casefile.Cases.hash;

import io.daybook.kyb.casefile.KybCommand.AttachDocument;
import io.daybook.kyb.casefile.KybError.CaseNotInState;
import io.daybook.kyb.casefile.KybError.DocumentExistsWithDifferentContent;
import io.daybook.kyb.casefile.KybError.DocumentSizeOutOfRange;
import io.daybook.kyb.casefile.KybError.HashMalformed;
import io.daybook.kyb.casefile.KybError.MediaTypeNotAccepted;
import io.daybook.kyb.casefile.KybError.TooManyDocuments;
import io.daybook.kyb.casefile.KybEvent.DocumentAttached;
import io.daybook.ledger.DomainError;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachDocumentTest {
  private static final long TEN_MEBIBYTES = 10_485_760;

  @Test
  void attachesADocument() {
    Cases.open().when(command(EXTRACT)).expectEvents(EXTRACT);
  }

  @Test
  void changesNothingWhenRepeated() {
    Cases.open(EXTRACT).when(command(EXTRACT)).expectNoEvents().expectSuccessfulHandlerExecution();
    Cases.approved().when(command(EXTRACT)).expectNoEvents().expectSuccessfulHandlerExecution();
  }

  @Test
  void refusesTheSameIdWithAnotherHash() {
    Cases.open(EXTRACT)
        .when(document("application/pdf", 1, hash("1")))
        .expectNoEvents()
        .expectExceptionDetails(new DocumentExistsWithDifferentContent(EXTRACT.document()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, TEN_MEBIBYTES})
  void acceptsUpToTenMebibytes(long sizeBytes) {
    Cases.open()
        .when(document("image/png", sizeBytes, hash("a")))
        .expectSuccessfulHandlerExecution();
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, TEN_MEBIBYTES + 1, Long.MAX_VALUE})
  void refusesOtherSizes(long sizeBytes) {
    refuses(
        document("image/png", sizeBytes, hash("a")),
        new DocumentSizeOutOfRange(sizeBytes, TEN_MEBIBYTES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text/html", "application/PDF", "image/png; q=1", "image/svg+xml"})
  void refusesOtherMediaTypes(String mediaType) {
    refuses(
        document(mediaType, 1, hash("a")),
        new MediaTypeNotAccepted(Set.of("application/pdf", "image/png", "image/jpeg")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "g", "0", "\u0000"})
  void refusesAHashThatIsNone(String digit) {
    String hash = digit.equals("0") ? digit.repeat(63) : digit.repeat(64);
    refuses(document("image/jpeg", 1, hash), new HashMalformed());
  }

  @Test
  void refusesDocumentsOnceTheCaseIsSubmitted() {
    Cases.submitted()
        .when(command(Cases.attached("late", DocumentKind.BANK_STATEMENT)))
        .expectNoEvents()
        .expectExceptionDetails(
            new CaseNotInState(
                CASE, Set.of(CaseState.OPEN, CaseState.DAMAGED), CaseState.SUBMITTED));
  }

  @Test
  void acceptsTheSameDocumentAgainAfterItWasDamaged() {
    Cases.damaged().when(command(OWNERS)).expectEvents(OWNERS);
  }

  @Test
  void refusesTheFiftyFirstDocument() {
    Cases.open(documents(49)).when(command(EXTRACT)).expectEvents(EXTRACT);
    Cases.open(documents(50))
        .when(command(EXTRACT))
        .expectNoEvents()
        .expectExceptionDetails(new TooManyDocuments(50));
  }

  private static DocumentAttached[] documents(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Cases.attached("statement " + i, DocumentKind.BANK_STATEMENT))
        .toArray(DocumentAttached[]::new);
  }

  private static void refuses(AttachDocument command, DomainError error) {
    Cases.open().when(command).expectNoEvents().expectExceptionDetails(error);
  }

  private static AttachDocument document(String mediaType, long sizeBytes, String sha256) {
    return new AttachDocument(
        CASE, EXTRACT.document(), EXTRACT.kind(), mediaType, sizeBytes, sha256);
  }
}
