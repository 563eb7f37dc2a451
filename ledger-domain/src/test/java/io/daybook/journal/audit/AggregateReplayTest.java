package io.daybook.journal.audit;

import static io.daybook.journal.audit.SampleEvents.caseEvent;
import static io.daybook.journal.audit.SampleEvents.entry;
import static io.daybook.journal.audit.SampleEvents.reversal;
import static io.daybook.journal.audit.SampleEvents.ticket;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.journal.Bytes;
import io.daybook.journal.EventFacts;
import io.daybook.journal.PayloadFormat;
import io.daybook.journal.StoredRecord;
import io.daybook.journal.StreamPosition;
import io.daybook.journal.audit.AggregateReplay.State;
import java.math.BigInteger;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One thing alone, from its own records. */
class AggregateReplayTest {
  private static final String KYB = "kyb.casefile.";
  private static final String ISSUED = "ticketing.ticket.TicketIssued";
  private static final String REVOKED = "ticketing.ticket.TicketRevoked";

  private final AggregateReplay replay = new AggregateReplay();
  private long next;

  @AfterEach
  void close() {
    replay.close();
  }

  @Test
  void aTicketIsItsHoldersUntilItIsRevoked() {
    replay.add(row(ISSUED, ticket("tkt_1", "usr_1", 7)));
    assertThat(replay.state()).contains(new State.Ticket("shw_1", "floor", 7, "usr_1", true));

    replay.add(row(REVOKED, "{\"ticket\":\"tkt_1\",\"reason\":\"refund\"}"));
    assertThat(replay.state()).contains(new State.Ticket("shw_1", "floor", 7, "usr_1", false));
    assertThat(replay.violations()).isEmpty();
  }

  @Test
  void whatBreaksARuleIsToldAndChangesNothing() {
    replay.add(row(ISSUED, ticket("tkt_1", "usr_1", 7)));
    replay.add(row(ISSUED, ticket("tkt_1", "usr_2", 8)));

    assertThat(replay.violations())
        .containsExactly(
            "record 1, ticketing.ticket.TicketIssued: ticket: expected issued once, found tkt_1"
                + " again");
    assertThat(replay.state()).contains(new State.Ticket("shw_1", "floor", 7, "usr_1", true));
  }

  @Test
  void aCaseStandsWhereItsLastRecordLedIt() {
    replay.add(row(KYB + "CaseOpened", caseEvent("kyb_1", 0)));
    replay.add(row(KYB + "DocumentAttached", caseEvent("kyb_1", 1)));
    replay.add(row(KYB + "CaseSubmitted", caseEvent("kyb_1", 2)));

    assertThat(replay.state()).contains(new State.Case("SUBMITTED"));
  }

  @Test
  void anErasedRecordIsFollowedByItsType() {
    replay.add(row(KYB + "CaseOpened", null));
    replay.add(row(KYB + "CaseRejected", null));

    assertThat(replay.state()).contains(new State.Case("REJECTED"));
    assertThat(replay.violations()).isEmpty();
  }

  @Test
  void whatHasNoRulesHasNoState() {
    replay.add(row("ticketing.show.ShowCreated", "{\"show\":\"shw_1\"}"));

    assertThat(replay.state()).isEmpty();
  }

  @Test
  void anAccountIsThePostingsThatNameIt() {
    var payable = new AccountReplay("organisers:org_1:payable", false, BigInteger.valueOf(100));
    payable.add(row("ledger.book.EntryPosted", entry("ent_1", 4500, 4500)));
    assertThat(payable.balance()).isEqualTo(4500);

    payable.add(row("ledger.book.EntryReversed", reversal("ent_1", 4500)));
    assertThat(payable.balance()).isEqualTo(100);
    assertThat(payable.violations()).isEmpty();
  }

  @Test
  void debitsAddToAnAssetAndEntriesOfOthersDoNot() {
    var clearing = new AccountReplay("psp:clearing", true, BigInteger.ZERO);
    clearing.add(row("ledger.book.EntryPosted", entry("ent_1", 4500, 4500)));
    var other = new AccountReplay("psp:other", true, BigInteger.ZERO);
    other.add(row("ledger.book.EntryPosted", entry("ent_1", 4500, 4500)));

    assertThat(clearing.balance()).isEqualTo(4500);
    assertThat(other.balance()).isZero();
  }

  @Test
  void anEntryThatCanNotBeReadIsTold() {
    var account = new AccountReplay("psp:clearing", true, BigInteger.ZERO);
    account.add(row("ledger.book.EntryPosted", "{}"));
    account.add(row("ledger.book.EntryPosted", null));

    assertThat(account.violations())
        .containsExactly(
            "record 0: member 'postings': expected a list, found nothing",
            "record 1 has no payload");
  }

  private StoredRecord row(String type, @Nullable String json) {
    var facts =
        new EventFacts(
            new StreamPosition("Thing", json == null ? "kyb_1" : "thing_1", next),
            "event-" + next,
            next,
            new PayloadFormat(type, null, "application/json"),
            new TreeMap<>());
    Bytes payload = json == null ? null : Bytes.of(json.getBytes(UTF_8));
    return new StoredRecord(next++, facts, json == null ? null : Bytes.of(new byte[32]), payload);
  }
}
