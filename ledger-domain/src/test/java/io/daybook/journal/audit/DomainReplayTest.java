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
import io.daybook.journal.EventFacts;
import io.daybook.journal.PayloadFormat;
import io.daybook.journal.StreamPosition;
import java.math.BigInteger;
import java.util.TreeMap;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DomainReplayTest {
  private static final String POSTED = "ledger.book.EntryPosted";
  private static final String REVERSED = "ledger.book.EntryReversed";
  private static final String OPENED = "ledger.book.AccountOpened";
  private static final String ISSUED = "ticketing.ticket.TicketIssued";
  private static final String REVOKED = "ticketing.ticket.TicketRevoked";

  private final DomainReplay domain = new DomainReplay();

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

    assertThat(domain.tickets().tickets().get("tkt_2")).isNotNull();
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
  void theLastEventOfACase() {
    apply("kyb.casefile.CaseOpened", "{\"kybCase\":\"kyb_1\"}");
    apply("kyb.casefile.CaseApproved", "{\"kybCase\":\"kyb_1\"}");

    assertThat(domain.cases().lastEventByCase()).containsEntry("kyb_1", "CaseApproved");
  }

  @Test
  void anUnknownTypeIsPassedOver() {
    assertThat(apply("some.Other", "not even JSON")).isFalse();
  }

  private boolean apply(String type, String json) {
    var position = new StreamPosition(null, "agg_1", 0);
    var format = new PayloadFormat(type, null, "application/json");
    var facts = new EventFacts(position, "evt_1", 0, format, new TreeMap<>());
    return domain.apply(facts, Bytes.of(json.getBytes(UTF_8)));
  }

  private AbstractThrowableAssert<?, ?> refused(String type, String json) {
    return assertThatThrownBy(() -> apply(type, json)).isInstanceOf(RuleViolation.class);
  }
}
