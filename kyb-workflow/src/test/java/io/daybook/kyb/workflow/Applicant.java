package io.daybook.kyb.workflow;

import io.daybook.kyb.casefile.Business;
import io.daybook.kyb.casefile.DismissalGround;
import io.daybook.kyb.casefile.DocumentId;
import io.daybook.kyb.casefile.DocumentKind;
import io.daybook.kyb.casefile.HitId;
import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.kyb.casefile.KybCommand.AnswerRequest;
import io.daybook.kyb.casefile.KybCommand.ApproveCase;
import io.daybook.kyb.casefile.KybCommand.AttachDocument;
import io.daybook.kyb.casefile.KybCommand.ConfirmReview;
import io.daybook.kyb.casefile.KybCommand.DismissHit;
import io.daybook.kyb.casefile.KybCommand.OpenCase;
import io.daybook.kyb.casefile.KybCommand.ProposeApproval;
import io.daybook.kyb.casefile.KybCommand.RecordDocumentCheck;
import io.daybook.kyb.casefile.KybCommand.RecordScreening;
import io.daybook.kyb.casefile.KybCommand.RejectCase;
import io.daybook.kyb.casefile.KybCommand.RequestInformation;
import io.daybook.kyb.casefile.KybCommand.SubmitCase;
import io.daybook.kyb.casefile.PartyId;
import io.daybook.ledger.DerivedId;
import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;

/** One case and what people do with it. */
final class Applicant {
  static final UserId FIRST_OFFICER = new UserId(DerivedId.of("usr", "first officer"));
  static final UserId SECOND_OFFICER = new UserId(DerivedId.of("usr", "second officer"));

  final KybCaseId kybCase = new KybCaseId(DerivedId.random("kyb"));
  private final CaseJournal journal;
  private final StoredDocuments store;

  Applicant(CaseJournal journal, StoredDocuments store) {
    this.journal = journal;
    this.store = store;
    journal.send(
        new OpenCase(
            kybCase,
            new OrganiserId(DerivedId.random("org")),
            new UserId(DerivedId.random("usr")),
            new Business("Abendmusik GmbH", "HRB 4711", "DE", "Concerts")));
  }

  DocumentId attach(DocumentKind kind) {
    var document = new DocumentId(DerivedId.random("doc"));
    byte[] bytes = (kind + " " + document).getBytes(StandardCharsets.UTF_8);
    store.store(document, bytes);
    journal.send(
        new AttachDocument(
            kybCase, document, kind, "application/pdf", bytes.length, sha256(bytes)));
    return document;
  }

  /** Attaches the required documents and hands the case over; returns one of the documents. */
  DocumentId apply() {
    attach(DocumentKind.REGISTER_EXTRACT);
    DocumentId document = attach(DocumentKind.OWNERSHIP_STATEMENT);
    journal.send(new SubmitCase(kybCase));
    return document;
  }

  /** Screens again, as when a list changed. */
  void screen(NamedHits lists) {
    journal.send(new RecordScreening(kybCase, DerivedId.random("cmd"), lists.screen(kybCase)));
  }

  /** The first officer says that the business is not the listed one. */
  void dismissHit() {
    journal.send(
        new DismissHit(
            kybCase,
            HitId.of(PartyId.ofBusiness(kybCase), "wls", "E-1"),
            FIRST_OFFICER,
            DismissalGround.NAME_ALONE,
            "another company"));
  }

  /** The documents' check is recorded without the process, as before there was a screening. */
  void check() {
    journal.send(new RecordDocumentCheck(kybCase, DerivedId.random("cmd"), true));
  }

  void propose() {
    journal.send(new ProposeApproval(kybCase, FIRST_OFFICER, "documents are complete"));
  }

  void approve() {
    journal.send(new ApproveCase(kybCase, SECOND_OFFICER, "agreed"));
  }

  /** An officer asks the applicant, who has a week from now. */
  void ask() {
    journal.send(
        new RequestInformation(
            kybCase,
            FIRST_OFFICER,
            "Who is behind the holding?",
            List.of(DocumentKind.OWNERSHIP_STATEMENT),
            Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(Duration.ofDays(7))));
  }

  void answer() {
    attach(DocumentKind.OWNERSHIP_STATEMENT);
    journal.send(new AnswerRequest(kybCase, "Nobody else"));
  }

  /** An officer says, in a review, that the approval stands. */
  void confirmReview(UserId officer) {
    journal.send(new ConfirmReview(kybCase, officer, "nothing has changed"));
  }

  void reject() {
    journal.send(new RejectCase(kybCase, SECOND_OFFICER, "the register says otherwise"));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
