package io.daybook.journal.audit;

import static io.daybook.journal.audit.SampleEvents.account;
import static io.daybook.journal.audit.SampleEvents.entry;
import static io.daybook.journal.audit.SampleEvents.posting;
import static io.daybook.journal.audit.SampleEvents.reversal;
import static io.daybook.journal.audit.SampleEvents.ticket;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.journal.Bytes;
import java.math.BigInteger;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DomainReplayTest {
  private static final String KYB = "kyb.casefile.";
  private static final String POSTED = "ledger.book.EntryPosted";
  private static final String REVERSED = "ledger.book.EntryReversed";
  private static final String OPENED = "ledger.book.AccountOpened";
  private static final String ISSUED = "ticketing.ticket.TicketIssued";
  private static final String REVOKED = "ticketing.ticket.TicketRevoked";

  private final StateListing listing = new StateListing();
  private final DomainReplay domain = new DomainReplay(listing);

  private long next;

  @BeforeEach
  void openAccounts() {
    apply(OPENED, account("psp:clearing", "ASSET"));
    apply(OPENED, account("organisers:org_1:payable", "LIABILITY"));
    apply(OPENED, account("platform:fees", "REVENUE"));
  }

  @Test
  void aSaleAndItsReversalLeaveNothing() {
    apply(POSTED, entry("ent_1", 4500, 4500));
    apply(REVERSED, reversal("ent_1", 4500));

    assertThat(domain.ledger().accounts().values())
        .allSatisfy(account -> assertThat(account.balance()).isEqualTo(BigInteger.ZERO));
    assertThat(domain.ledger().entries()).isEqualTo(2);
  }

  @Test
  void debitsOneCentAboveCredits() {
    refused(POSTED, entry("ent_1", 4501, 4500)).hasMessageContaining("debits equal credits");
  }

  @Test
  void anEntryOfOnePosting() {
    String json =
        "{\"book\":\"book_1\",\"entry\":\"ent_1\",\"postings\":[%s]}"
            .formatted(posting("psp:clearing", "DEBIT", 1));
    refused(POSTED, json).hasMessageContaining("at least 2 postings");
  }

  @Test
  void anAmountOfNothing() {
    refused(POSTED, entry("ent_1", 0, 100)).hasMessageContaining("above zero");
  }

  @Test
  void anAccountThatWasNeverOpened() {
    String json = entry("ent_1", 4500, 4500).replace("platform:fees", "platform:gifts");
    refused(POSTED, json).hasMessageContaining("platform:gifts never was");
  }

  @Test
  void anAccountUsedInAnotherCurrency() {
    String json = entry("ent_1", 4500, 4500).replace("EUR", "USD");
    refused(POSTED, json).hasMessageContaining("currency of account");
  }

  @Test
  void anEntryIdUsedTwice() {
    apply(POSTED, entry("ent_1", 4500, 4500));
    refused(POSTED, entry("ent_1", 4600, 4600)).hasMessageContaining("used once");
  }

  @Test
  void aReversalOfOtherAmounts() {
    apply(POSTED, entry("ent_1", 4500, 4500));
    refused(REVERSED, reversal("ent_1", 4400)).hasMessageContaining("sides exchanged");
  }

  @Test
  void aSecondReversal() {
    apply(POSTED, entry("ent_1", 4500, 4500));
    apply(REVERSED, reversal("ent_1", 4500));
    refused(REVERSED, reversal("ent_1", 4500)).hasMessageContaining("reversed once");
  }

  @Test
  void aReversalOfNothing() {
    refused(REVERSED, reversal("ent_1", 4500)).hasMessageContaining("never was");
  }

  @Test
  void aTicketIssuedTwice() {
    apply(ISSUED, ticket("tkt_1", "p_1", 1));
    refused(ISSUED, ticket("tkt_1", "p_2", 2)).hasMessageContaining("issued once");
  }

  @Test
  void oneSeatForTwoHolders() {
    apply(ISSUED, ticket("tkt_1", "p_1", 1));
    refused(ISSUED, ticket("tkt_2", "p_2", 1)).hasMessageContaining("also tkt_2");
  }

  @Test
  void aSeatSoldAgainAfterItsTicketWasRevoked() {
    apply(ISSUED, ticket("tkt_1", "p_1", 1));
    apply(REVOKED, "{\"ticket\":\"tkt_1\",\"reason\":\"refund\"}");
    apply(ISSUED, ticket("tkt_2", "p_2", 1));

    assertThat(listing.tickets().get("tkt_2")).isNotNull();
    refused(REVOKED, "{\"ticket\":\"tkt_1\"}").hasMessageContaining("revoked once");
  }

  @Test
  void aTicketRevokedThatNeverWasIssued() {
    refused(REVOKED, "{\"ticket\":\"tkt_9\"}").hasMessageContaining("never was");
  }

  @Test
  void jsonThatTwoParsersReadDifferently() {
    String json = entry("ent_1", 4500, 4500);
    refused(POSTED, json.replace("\"memo\"", "\"entry\"")).hasMessageContaining("there twice");
    refused(POSTED, json + "{}").hasMessageContaining("payload");
    refused(POSTED, json.replace("4500", "4500.0")).hasMessageContaining("an integer");
    refused(POSTED, json.replace("4500", "45e2")).hasMessageContaining("an integer");
    refused(POSTED, json.replace("4500", "9223372036854775808")).hasMessageContaining("64 bits");
    refused(POSTED, json.replace("4500", "\"4500\"")).hasMessageContaining("an integer");
    refused(POSTED, "[" + json + "]").hasMessageContaining("a JSON object");
    refused(POSTED, json.replace("\"sale\"", "'sale'")).hasMessageContaining("strict JSON");
    refused(POSTED, "{\"a\":".repeat(100_000)).hasMessageContaining("strict JSON");
  }

  @Test
  void aCaseIsApprovedByTwoOfficers() {
    review(6);

    assertThat(listing.cases()).containsEntry("kyb_1", CaseReplay.State.APPROVED);
    refused(KYB + "CaseRejected", "{\"kybCase\":\"kyb_1\",\"officer\":\"usr_4\"}")
        .hasMessageContaining("state before CaseRejected");
  }

  @Test
  void aCaseOfHighRiskIsApprovedByThreeOfficers() {
    review(3);
    apply(KYB + "RiskAssessed", "{\"kybCase\":\"kyb_1\",\"assessment\":{\"officers\":3}}");
    review(3, 5);
    String approval = SampleEvents.caseEvent("kyb_1", 5);
    refused(KYB + "CaseApproved", approval).hasMessageContaining("officers of an approval");
    refused(KYB + "ApprovalSeconded", decided("usr_2")).hasMessageContaining("not the proposer");
    refused(KYB + "ApprovalSeconded", decided("usr_1")).hasMessageContaining("not the applicant");
    apply(KYB + "ApprovalSeconded", decided("usr_3"));
    refused(KYB + "ApprovalSeconded", decided("usr_4")).hasMessageContaining("seconders");
    refused(KYB + "CaseApproved", approval).hasMessageContaining("not the seconder");
    apply(KYB + "CaseApproved", approval.replace("usr_3", "usr_4"));
    apply(KYB + "ReviewScheduled", "{\"kybCase\":\"kyb_1\"}");

    assertThat(listing.cases()).containsEntry("kyb_1", CaseReplay.State.APPROVED);
  }

  @Test
  void anApprovalIsReviewedByTwoOfficers() {
    String completed = "{\"kybCase\":\"kyb_1\",\"proposedBy\":\"usr_2\",\"completedBy\":\"usr_3\"}";
    review(6);
    refused(KYB + "ReviewProposed", decided("usr_2")).hasMessageContaining("step of the review");
    apply(KYB + "ReviewOpened", "{\"kybCase\":\"kyb_1\"}");
    refused(KYB + "ReviewCompleted", completed).hasMessageContaining("step of the review");
    refused(KYB + "ReviewProposed", decided("usr_1")).hasMessageContaining("not the applicant");
  }

  @Test
  void anOfficerAloneCompletesNoReview() {
    String completed = "{\"kybCase\":\"kyb_1\",\"proposedBy\":\"usr_2\",\"completedBy\":\"usr_2\"}";
    review(6);
    apply(KYB + "ReviewOpened", "{\"kybCase\":\"kyb_1\"}");
    apply(KYB + "ReviewProposed", decided("usr_2"));
    refused(KYB + "ReviewCompleted", completed).hasMessageContaining("not the proposer");
  }

  @Test
  void aBusinessInReviewIsRejected() {
    review(6);
    apply(KYB + "ReviewOpened", "{\"kybCase\":\"kyb_1\"}");
    apply(KYB + "CaseRejected", decided("usr_2"));

    assertThat(listing.cases()).containsEntry("kyb_1", CaseReplay.State.REJECTED);
  }

  @Test
  void anApplicantIsAskedAndAnswers() {
    review(4);
    refused(KYB + "InformationRequested", decided("usr_1")).hasMessageContaining("applicant");
    apply(KYB + "InformationRequested", decided("usr_2"));
    apply(KYB + "InformationProvided", "{\"kybCase\":\"kyb_1\"}");
    apply(KYB + "CaseSubmitted", "{\"kybCase\":\"kyb_1\"}");
    refused(KYB + "InformationRequested", decided("usr_2")).hasMessageContaining("SUBMITTED");
  }

  @Test
  void aCaseApprovedWithoutAProposal() {
    review(4);
    refused(KYB + "CaseApproved", SampleEvents.caseEvent("kyb_1", 5))
        .hasMessageContaining("found CHECKED");
  }

  @Test
  void aCaseApprovedByItsProposerOrApplicant() {
    review(5);
    String approval = SampleEvents.caseEvent("kyb_1", 5);
    refused(KYB + "CaseApproved", approval.replace("usr_3", "usr_2"))
        .hasMessageContaining("not the proposer");
    refused(KYB + "CaseApproved", approval.replace("usr_3", "usr_1"))
        .hasMessageContaining("not the applicant");
    refused(KYB + "CaseApproved", approval.replace("usr_2", "usr_9"))
        .hasMessageContaining("the officer who proposed it");
  }

  @Test
  void aCaseThatWasNeverOpened() {
    refused(KYB + "CaseSubmitted", "{\"kybCase\":\"kyb_1\"}").hasMessageContaining("never was");
  }

  @Test
  void aCaseAfterAnEventThatIsNotKnown() {
    review(1);
    apply(KYB + "CasePaused", "{\"kybCase\":\"kyb_1\"}");
    apply(KYB + "CaseApproved", SampleEvents.caseEvent("kyb_1", 5));

    assertThat(listing.cases()).containsEntry("kyb_1", CaseReplay.State.UNKNOWN);
  }

  @Test
  void aPayoutBeyondWhatIsOwed() {
    apply(POSTED, entry("ent_1", 4500, 4500));
    apply("ledger.wallet.PayoutRequested", "{\"payout\":\"pyo_1\"}");
    String payout =
        """
        {"book":"book_1","entry":"ent_2","postings":[%s,%s],"reference":"pyo_1"}\
        """
            .formatted(
                posting("organisers:org_1:payable", "DEBIT", 4401),
                posting("psp:clearing", "CREDIT", 4401));

    refused(POSTED, payout).hasMessageContaining("not below zero");
  }

  @Test
  void aCaseIsNotApprovedWhileAHitStands() {
    hitAt(900);
    review(3, 4);
    refused(KYB + "ApprovalProposed", SampleEvents.caseEvent("kyb_1", 4))
        .hasMessageContaining("hits that stand");
    apply(KYB + "HitDismissed", decided("usr_2"));
    apply(KYB + "ApprovalProposed", SampleEvents.caseEvent("kyb_1", 4));
    apply(KYB + "HitReopened", "{\"kybCase\":\"kyb_1\",\"hit\":\"hit_1\"}");
    refused(KYB + "CaseApproved", SampleEvents.caseEvent("kyb_1", 5))
        .hasMessageContaining("hits that stand");
    apply(KYB + "HitConfirmed", decided("usr_2"));
    refused(KYB + "CaseApproved", SampleEvents.caseEvent("kyb_1", 5))
        .hasMessageContaining("hits that stand");
  }

  @Test
  void aHitThatIsLikeATrueMatchIsDismissedByTwoOfficers() {
    hitAt(950);
    refused(KYB + "HitDismissed", decided("usr_2")).hasMessageContaining("nothing");
    refused(KYB + "HitDismissalProposed", decided("usr_1")).hasMessageContaining("applicant");
    apply(KYB + "HitDismissalProposed", decided("usr_2"));
    refused(KYB + "HitDismissed", decided("usr_2")).hasMessageContaining("not the proposer");
    apply(KYB + "HitDismissed", decided("usr_3"));
    review(3, 6);

    assertThat(listing.cases()).containsEntry("kyb_1", CaseReplay.State.APPROVED);
  }

  @Test
  void aHitThatNobodyFound() {
    review(3);
    refused(KYB + "HitConfirmed", decided("usr_2")).hasMessageContaining("never was");
    refused(KYB + "ScreeningPerformed", "{\"kybCase\":\"kyb_1\",\"hits\":[\"hit_1\"]}")
        .hasMessageContaining("never was");
  }

  @Test
  void aListIsActivatedByWhoDidNotLoadIt() {
    String list = "{\"watchlist\":\"wls_1\",\"version\":1,\"sha256\":\"%s\",";
    String by = "\"loadedBy\":\"usr_1\",\"activatedBy\":\"%s\"}";
    String type = "kyb.watchlist.WatchlistVersion";
    refused(type + "Activated", (list + by).formatted("ab", "usr_2"))
        .hasMessageContaining("never was");
    apply(
        type + "Loaded",
        "{\"watchlist\":\"wls_1\",\"version\":1,\"file\":{\"sha256\":\"ab\"},"
            + "\"loadedBy\":\"usr_1\"}");
    refused(type + "Activated", (list + by).formatted("ab", "usr_1"))
        .hasMessageContaining("not the loader");
    refused(type + "Activated", (list + by).formatted("cd", "usr_2"))
        .hasMessageContaining("the one that was loaded");
    assertThat(apply(type + "Activated", (list + by).formatted("ab", "usr_2"))).isTrue();
  }

  private void hitAt(int score) {
    review(3);
    apply(
        KYB + "HitFound",
        "{\"kybCase\":\"kyb_1\",\"hit\":\"hit_1\",\"found\":{\"score\":" + score + "}}");
    apply(KYB + "ScreeningPerformed", "{\"kybCase\":\"kyb_1\",\"hits\":[\"hit_1\"]}");
  }

  private static String decided(String officer) {
    return "{\"kybCase\":\"kyb_1\",\"hit\":\"hit_1\",\"officer\":\"%s\"}".formatted(officer);
  }

  @Test
  void aLargePayoutThatNobodyOrItsAskerApproved() {
    String large =
        """
        {"payout":"pyo_1","organiser":"org_1","requestedBy":"usr_1","needsApproval":true}\
        """;
    apply("ledger.wallet.PayoutProposed", large);

    refused("ledger.wallet.PayoutRequested", "{\"payout\":\"pyo_1\"}")
        .hasMessageContaining("approved before");
    refused("ledger.wallet.PayoutApproved", "{\"payout\":\"pyo_1\",\"by\":\"usr_1\"}")
        .hasMessageContaining("by another than who asked for it");
  }

  @Test
  void aPayoutThatASecondPersonApprovedAndOneThatNeedsNone() {
    String payouts = "ledger.wallet.Payout";
    apply(
        payouts + "Proposed",
        "{\"payout\":\"pyo_1\",\"requestedBy\":\"usr_1\",\"needsApproval\":true}");
    apply(payouts + "Approved", "{\"payout\":\"pyo_1\",\"by\":\"usr_2\"}");
    apply(payouts + "Requested", "{\"payout\":\"pyo_1\"}");
    apply(
        payouts + "Proposed",
        "{\"payout\":\"pyo_2\",\"requestedBy\":\"usr_1\",\"needsApproval\":false}");

    assertThat(apply(payouts + "Requested", "{\"payout\":\"pyo_2\"}")).isTrue();
    refused(payouts + "Approved", "{\"payout\":\"pyo_2\",\"by\":\"usr_2\"}")
        .hasMessageContaining("approval of payout");
  }

  private void review(int steps) {
    review(0, steps);
  }

  private void review(int first, int end) {
    List<String> names =
        List.of(
            "CaseOpened",
            "DocumentAttached",
            "CaseSubmitted",
            "DocumentsChecked",
            "ApprovalProposed",
            "CaseApproved");
    for (int step = first; step < end; step++) {
      apply(KYB + names.get(step), SampleEvents.caseEvent("kyb_1", step));
    }
  }

  @Test
  void anUnknownTypeIsPassedOver() {
    assertThat(apply("some.Other", "not even JSON")).isFalse();
  }

  private boolean apply(String type, String json) {
    return domain.apply(next++, type, Bytes.of(json.getBytes(UTF_8)));
  }

  private AbstractThrowableAssert<?, ?> refused(String type, String json) {
    return assertThatThrownBy(() -> apply(type, json)).isInstanceOf(RuleViolation.class);
  }
}
