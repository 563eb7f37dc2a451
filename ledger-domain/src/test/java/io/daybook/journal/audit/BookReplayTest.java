package io.daybook.journal.audit;

import static io.daybook.journal.audit.SampleEvents.account;
import static io.daybook.journal.audit.SampleEvents.posting;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.journal.Bytes;
import java.math.BigInteger;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the verifier believes of entries, bounds, holds and second persons. */
class BookReplayTest {
  private static final String BOOK = "ledger.book.";

  private final DomainReplay domain = new DomainReplay(new StateListing());
  private long next;

  @BeforeEach
  void openAccounts() {
    apply("AccountOpened", account("bank", "ASSET"));
    apply("AccountOpened", account("owed", "LIABILITY"));
  }

  private static String recorded(
      String entry, long minor, String cause, @Nullable String reversed) {
    String lines =
        minor > 0
            ? posting("bank", "DEBIT", minor) + "," + posting("owed", "CREDIT", minor)
            : posting("owed", "DEBIT", -minor) + "," + posting("bank", "CREDIT", -minor);
    return """
    {"book":"book_1","entry":"%s","content":{"postings":[%s],"memo":"","reference":"",\
    "externalReference":null,"valueDate":null,"metadata":{},\
    "links":{"parent":null,"reverses":%s,"corrects":null}},\
    "decision":{"decidedAt":"2026-03-02T12:00:00Z","valueDate":"2026-03-02","cause":"%s",\
    "request":null}}\
    """
        .formatted(entry, lines, reversed == null ? "null" : "\"" + reversed + "\"", cause);
  }

  private static String about(String account, String more) {
    return "{\"book\":\"book_1\",\"account\":\"%s\"%s}".formatted(account, more);
  }

  private static String terms(String minimum, String maximum) {
    return about(
        "bank",
        ",\"terms\":{\"minimumMinor\":%s,\"maximumMinor\":%s,\"tier\":null}"
            .formatted(minimum, maximum));
  }

  private static String hold(String more) {
    return "{\"book\":\"book_1\",\"hold\":\"fhd_1\"%s}".formatted(more);
  }

  private static String funds(String name, long minor) {
    return """
    ,"%s":{"debit":"owed","credit":"bank","amount":{"currency":"EUR","minorUnits":%d}}\
    """
        .formatted(name, minor);
  }

  @Test
  void anEntryAndWhatUndoesItInParts() {
    apply("EntryRecorded", recorded("ent_1", 100, "POSTED", null));
    apply("EntryRecorded", recorded("ent_2", -30, "REVERSED", "ent_1"));
    apply("EntryRecorded", recorded("ent_3", -70, "REVERSED", "ent_1"));

    assertThat(domain.ledger().accounts().values())
        .allSatisfy(account -> assertThat(account.balance()).isEqualTo(BigInteger.ZERO));
  }

  @Test
  void aReversalOfNothing() {
    refused("EntryRecorded", recorded("ent_1", 100, "REVERSED", "ent_0"))
        .hasMessageContaining("never was");
    refused("EntryRecorded", recorded("ent_1", 100, "REVERSED", null))
        .hasMessageContaining("as its links");
  }

  @Test
  void aBalanceOutsideOfItsBounds() {
    apply("AccountTermsSet", terms("0", "100"));
    apply("EntryRecorded", recorded("ent_1", 100, "POSTED", null));

    refused("EntryRecorded", recorded("ent_2", -101, "POSTED", null))
        .hasMessageContaining("at least 0");
    refused("EntryRecorded", recorded("ent_3", 102, "POSTED", null))
        .hasMessageContaining("at most 100");
  }

  @Test
  void somethingThatLeavesAFrozenAccount() {
    apply("AccountFrozen", about("bank", ",\"reference\":\"AZ-1\""));
    apply("EntryRecorded", recorded("ent_1", 100, "POSTED", null));

    refused("EntryRecorded", recorded("ent_2", -1, "POSTED", null))
        .hasMessageContaining("nothing leaves it");
  }

  @Test
  void anAccountThatIsUsedAfterItsEnd() {
    apply("AccountClosed", about("owed", ""));
    refused("EntryRecorded", recorded("ent_1", 1, "POSTED", null))
        .hasMessageContaining("not closed");
  }

  @Test
  void anAccountThatIsClosedWithABalance() {
    apply("EntryRecorded", recorded("ent_1", 1, "POSTED", null));

    refused("AccountClosed", about("owed", "")).hasMessageContaining("empty");
  }

  @Test
  void aCaptureThatMovesWhatWasSetAside() {
    apply("HoldPlaced", hold(funds("held", 50) + ",\"decidedAt\":\"2026-03-02T12:00:00Z\""));
    apply("HoldCaptured", hold(",\"entry\":\"ent_1\"" + funds("part", 30)));
    apply("EntryRecorded", recorded("ent_1", -30, "CAPTURED", null));
    apply("HoldVoided", hold(funds("rest", 20)));

    refused("HoldCaptured", hold(",\"entry\":\"ent_2\"" + funds("part", 1)))
        .hasMessageContaining("at most 0");
  }

  @Test
  void aCaptureOfMoreThanWasSetAside() {
    apply("HoldPlaced", hold(funds("held", 50)));

    refused("HoldCaptured", hold(",\"entry\":\"ent_1\"" + funds("part", 51)))
        .hasMessageContaining("at most 50");
    refused("HoldExpired", hold(funds("rest", 49))).hasMessageContaining("all that is left");
  }

  @Test
  void anEntryThatClaimsACaptureThatWasNone() {
    apply("HoldPlaced", hold(funds("held", 50)));
    apply("HoldCaptured", hold(",\"entry\":\"ent_1\"" + funds("part", 30)));

    refused("EntryRecorded", recorded("ent_1", -31, "CAPTURED", null))
        .hasMessageContaining("what was captured for it");
  }

  @Test
  void anEntryInAClosedPeriod() {
    apply("PeriodClosed", "{\"book\":\"book_1\",\"through\":\"2026-03-02\"}");

    refused("EntryRecorded", recorded("ent_1", 1, "POSTED", null))
        .hasMessageContaining("after 2026-03-02");
  }

  @Test
  void anApprovalByTheProposer() {
    String by = "{\"book\":\"book_1\",\"entry\":\"ent_1\",\"by\":\"usr_1\"}";
    apply("EntryProposed", by);

    refused("ProposalApproved", by).hasMessageContaining("by another");
    refused("EntryRecorded", recorded("ent_2", 1, "APPROVED", null))
        .hasMessageContaining("not approved");
  }

  private void apply(String type, String json) {
    assertThat(domain.apply(next++, BOOK + type, Bytes.of(json.getBytes(UTF_8)))).isTrue();
  }

  private AbstractThrowableAssert<?, ?> refused(String type, String json) {
    return assertThatThrownBy(() -> apply(type, json)).isInstanceOf(RuleViolation.class);
  }
}
