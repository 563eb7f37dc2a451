package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.Http.Answer;
import io.daybook.IntegrationTest;
import io.daybook.ledger.DerivedId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finance keeps the books over REST. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerIT {
  private static final String ENTRIES = "/api/v1/ledger/entries";
  private static final String ACCOUNTS = "/api/v1/ledger/accounts";

  @LocalServerPort private int port;
  @Autowired private JdbcClient database;

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final String bank = "test:" + run + ":bank:EUR";
  private final String owed = "test:" + run + ":owed:EUR";
  private final String yen = "test:" + run + ":bank:JPY";
  private Player fiona;

  @BeforeAll
  void accountsAreOpened() {
    fiona = Player.demo(port, "fiona");
    open(bank, "ASSET", "EUR");
    open(owed, "LIABILITY", "EUR");
    open(yen, "ASSET", "JPY");
  }

  private void open(String account, String kind, String currency) {
    Answer opened =
        fiona.post(
            ACCOUNTS,
            """
            {"id": "%s", "kind": "%s", "currency": "%s"}
            """
                .formatted(account, kind, currency));
    assertThat(opened.status()).describedAs(opened.response().body()).isEqualTo(201);
  }

  static String line(String account, String side, long minor, String currency) {
    return """
    {"account": "%s", "side": "%s", "amount": {"amountMinor": %d, "currency": "%s"}}\
    """
        .formatted(account, side, minor, currency);
  }

  private String receipt(long minor) {
    return "\"postings\": ["
        + line(bank, "DEBIT", minor, "EUR")
        + ","
        + line(owed, "CREDIT", minor, "EUR")
        + "]";
  }

  private String payment(long minor) {
    return "\"postings\": ["
        + line(owed, "DEBIT", minor, "EUR")
        + ","
        + line(bank, "CREDIT", minor, "EUR")
        + "]";
  }

  private Answer read(Answer written, String path) {
    String position = written.response().headers().firstValue("X-Journal-Position").orElseThrow();
    return fiona.http().send(fiona.http().request(path).header("X-Min-Position", position).GET());
  }

  @Test
  void anEntryReadsAsItWasWritten() {
    String external = "STMT/" + run;
    Answer written =
        fiona.post(
            ENTRIES,
            """
            {%s, "memo": "Settlement", "reference": "r-%s", "externalReference": "%s",
             "valueDate": "2026-01-31", "metadata": {"statement": "%s"}}
            """
                .formatted(receipt(700), run, external, run));

    assertThat(written.status()).describedAs(written.response().body()).isEqualTo(201);
    Answer read = read(written, ENTRIES + "/" + written.text("id"));
    assertThat(read.text("memo")).isEqualTo("Settlement");
    assertThat(read.text("externalReference")).isEqualTo(external);
    assertThat(read.text("valueDate")).isEqualTo("2026-01-31");
    assertThat(read.json().path("metadata").path("statement").asString()).isEqualTo(run);
    for (String query :
        List.of(
            "externalReference=" + external, "metadata=statement:" + run, "reference=r-" + run)) {
      assertThat(fiona.get(ENTRIES + "?" + query).json().path("data").size())
          .describedAs(query)
          .isEqualTo(1);
    }
  }

  @Test
  void aDryRunAnswersWhatTheWriteAnswersAndWritesNothing() {
    String body = "{\"id\": \"" + entryId() + "\", " + receipt(5) + "}";
    long before = journalSize();

    Answer dry = fiona.post(ENTRIES + "?dryRun=true", body);
    assertThat(journalSize()).isEqualTo(before);
    Answer real = fiona.post(ENTRIES, body);

    assertThat(dry.status()).isEqualTo(200);
    assertThat(real.status()).isEqualTo(201);
    assertThat(dry.response().body()).isEqualTo(real.response().body());
  }

  /** Tries a write, does it, and expects the same answer but for times. */
  private Answer triedAndDone(String path, String body) {
    long before = journalSize();
    Answer dry = fiona.post(path + "?dryRun=true", body, "try-" + path.hashCode() + run);
    assertThat(journalSize()).describedAs(path).isEqualTo(before);
    Answer real = fiona.post(path, body, "try-" + path.hashCode() + run);

    assertThat(dry.status()).describedAs(path + dry.response().body()).isEqualTo(200);
    assertThat(real.status()).describedAs(path + real.response().body()).isBetween(201, 202);
    assertThat(timeless(dry)).describedAs(path).isEqualTo(timeless(real));
    return real;
  }

  private static String timeless(Answer answer) {
    return answer.response().body().replaceAll("\"[a-z]+At\":\"[^\"]*\"", "");
  }

  @Test
  void everyWriteCanBeTried() {
    String purse = "try:" + run;
    triedAndDone(
        ACCOUNTS, "{\"id\": \"%s\", \"kind\": \"ASSET\", \"currency\": \"EUR\"}".formatted(purse));
    String account = ACCOUNTS + "/" + purse;
    triedAndDone(account + ":set-terms", "{\"minimumMinor\": -50, \"tier\": \"TRY\"}");
    triedAndDone(account + ":describe", "{\"metadata\": {\"iban\": \"1\"}}");
    triedAndDone(
        "/api/v1/ledger/chart-rules",
        "{\"path\": \"%s\", \"mayMeet\": [\"test\"]}".formatted(purse));
    triedAndDone("/api/v1/ledger/chart-rules/" + purse + ":remove", "");
    String rules = "/api/v1/ledger/rules/";
    triedAndDone(rules + "closed-period", "{\"through\": \"1999-12-31\"}");
    triedAndDone(
        rules + "outflow-limits",
        "{\"tier\": \"TRY-%s\", \"currency\": \"EUR\", \"dayMinor\": 7}".formatted(run));
    triedAndDone(rules + "approval-limit", "{\"currency\": \"CHF\", \"aboveMinor\": 9}");
    triedAndDone(
        rules + "templates",
        """
        {"name": "try-%s", "debits": [{"account": "%s", "weight": 1}],
         "credits": [{"account": "%s", "weight": 1}]}
        """
            .formatted(run, bank, owed));
    triedAndDone(
        ENTRIES + "/from-template/try-" + run,
        "{\"amount\": {\"amountMinor\": 9, \"currency\": \"EUR\"}, \"memo\": \"x\"}");
    Answer entry = triedAndDone(ENTRIES, "{" + receipt(8) + "}");
    triedAndDone(ENTRIES + "/" + entry.text("id") + ":reverse", "{\"memo\": \"x\"}");
    Answer wrong =
        triedAndDone(ENTRIES + ":batch", "{\"linked\": true, \"entries\": [{" + receipt(8) + "}]}");
    triedAndDone(
        ENTRIES + "/" + wrong.json().at("/entries/0/id").asString() + ":correct",
        "{" + receipt(7) + "}");
    Answer held =
        triedAndDone(
            "/api/v1/ledger/holds",
            """
            {"debit": "%s", "credit": "%s", "amount": {"amountMinor": 20, "currency": "EUR"}}
            """
                .formatted(bank, purse));
    String hold = "/api/v1/ledger/holds/" + held.text("id");
    triedAndDone(hold + ":capture", "{\"amountMinor\": 5, \"memo\": \"x\"}");
    triedAndDone(hold + ":void", "");
  }

  @Test
  void aWriteThatCannotBeTriedIsNotDone() {
    long before = journalSize();

    Answer maybe = fiona.post(ENTRIES + "?dryRun=maybe", "{" + receipt(5) + "}");
    Answer twice = fiona.post(ENTRIES + "?dryRun=true&dryRun=false", "{" + receipt(5) + "}");
    Answer other =
        Player.demo(port, "olga")
            .act("/api/v1/compliance/cases/cas_" + "0".repeat(26) + ":screen?dryRun=true");

    assertThat(List.of(maybe.status(), twice.status(), other.status())).containsOnly(400);
    assertThat(other.text("detail")).contains("cannot be tried");
    assertThat(journalSize()).isEqualTo(before);
  }

  private Answer expecting(String versions, String path, String body) {
    return fiona
        .http()
        .send(
            fiona
                .http()
                .request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("X-Expected-Versions", versions)
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)));
  }

  @Test
  void everyWriteOfTheLedgerMayExpectVersions() {
    String purse = "expected:" + run;
    open(purse, "ASSET", "EUR");
    fiona.post(ENTRIES, "{" + moved(purse, bank, 4) + "}");
    String terms = ACCOUNTS + "/" + purse + ":set-terms";

    Answer stale = expecting(purse + "=0", terms, "{\"minimumMinor\": 0}");
    Answer fresh = expecting(purse + "=1, " + owed + "x=1", terms, "{\"minimumMinor\": 0}");
    Answer done = expecting(purse + "=1", terms, "{\"minimumMinor\": 0}");
    Answer malformed = expecting(purse, terms, "{\"minimumMinor\": 0}");
    Answer elsewhere = expecting(purse + "=1", "/api/v1/ledger/imports", "{}");

    assertThat(stale.text("code")).isEqualTo("version_mismatch");
    assertThat(fresh.text("code")).isEqualTo("unknown_account");
    assertThat(done.status()).isEqualTo(202);
    assertThat(malformed.status()).isEqualTo(400);
    assertThat(elsewhere.status()).isEqualTo(415);
  }

  @Test
  void aRefusalIsAFactThatTheSameKeyMeetsAgain() {
    String till = "refused:" + run;
    String sale = "{" + moved(till, bank, 4) + "}";
    String key = UUID.randomUUID().toString();
    long before = journalSize();

    Answer first = fiona.post(ENTRIES, sale, key);
    open(till, "ASSET", "EUR");
    database.sql("delete from bridge.idempotency_keys").update();
    Answer again = fiona.post(ENTRIES, sale, key);
    Answer tried = fiona.post(ENTRIES + "?dryRun=true", sale, key);
    Answer other = fiona.post(ENTRIES, "{" + moved(till, bank, 5) + "}", key);

    assertThat(first.text("code")).isEqualTo("unknown_account");
    assertThat(again.status()).isEqualTo(first.status());
    assertThat(again.response().body()).isEqualTo(first.response().body());
    assertThat(first.response().headers().firstValue("Idempotency-Replayed")).isEmpty();
    assertThat(again.response().headers().firstValue("Idempotency-Replayed")).contains("true");
    assertThat(tried.text("code")).isEqualTo("unknown_account");
    assertThat(fiona.get("/api/v1/ledger/refusals?limit=100").response().body())
        .contains("unknown_account", till, fiona.id());
    assertThat(other.text("code")).isEqualTo("idempotency_key_reused");
    assertThat(journalSize()).describedAs("the refusal and the account").isEqualTo(before + 2);
    assertThat(fiona.post(ENTRIES, sale).status()).isEqualTo(201);
  }

  @Test
  void aRepeatIsKnownEvenWhenTheKeptAnswersAreLost() {
    String key = UUID.randomUUID().toString();
    String body = "{" + receipt(6) + "}";
    Answer first = fiona.post(ENTRIES, body, key);
    long after = journalSize();
    database.sql("delete from bridge.idempotency_keys").update();

    Answer again = fiona.post(ENTRIES, body, key);
    Answer other = fiona.post(ENTRIES, "{" + receipt(7) + "}", UUID.randomUUID().toString());
    database.sql("delete from bridge.idempotency_keys").update();
    Answer reused = fiona.post(ENTRIES, "{" + receipt(7) + "}", key);

    assertThat(again.response().body()).isEqualTo(first.response().body());
    assertThat(again.response().headers().firstValue("Idempotency-Replayed")).contains("true");
    assertThat(other.status()).isEqualTo(201);
    assertThat(reused.status()).isEqualTo(409);
    assertThat(reused.text("code")).isEqualTo("entry_exists_with_different_content");
    assertThat(reused.text("detail")).contains("postings");
    assertThat(journalSize()).isEqualTo(after + 1);
  }

  @Test
  void oneKeyMakesOneEntryWhateverIdItNames() {
    String key = UUID.randomUUID().toString();
    fiona.post(ENTRIES, "{\"id\": \"" + entryId() + "\", " + receipt(6) + "}", key);
    database.sql("delete from bridge.idempotency_keys").update();

    Answer reused = fiona.post(ENTRIES, "{\"id\": \"" + entryId() + "\", " + receipt(6) + "}", key);

    assertThat(reused.status()).isEqualTo(422);
    assertThat(reused.text("code")).isEqualTo("idempotency_key_reused");
  }

  @Test
  void anEntryIsUndoneInPartsAndNoFurther() {
    Answer written = fiona.post(ENTRIES, "{" + receipt(100) + "}");
    String undo = ENTRIES + "/" + written.text("id") + ":reverse";

    Answer part = fiona.post(undo, "{\"memo\": \"too much\", " + payment(30) + "}");
    Answer rest = fiona.post(undo, "{\"memo\": \"all of it\", \"valueDate\": \"2026-01-01\"}");
    Answer more = fiona.post(undo, "{\"memo\": \"again\"}");

    assertThat(part.status()).describedAs(part.response().body()).isEqualTo(201);
    assertThat(rest.json().at("/postings/0/amount/amountMinor").asLong()).isEqualTo(70);
    assertThat(rest.text("valueDate")).isEqualTo("2026-01-01");
    assertThat(more.text("code")).isEqualTo("already_reversed");
  }

  @Test
  void balancesAreKnownForEveryMomentInBothTimes() {
    String shop = "moments:" + run;
    open(shop + ":till:EUR", "ASSET", "EUR");
    open(shop + ":sales:EUR", "REVENUE", "EUR");
    String sale =
        "\"postings\": ["
            + line(shop + ":till:EUR", "DEBIT", 11, "EUR")
            + ","
            + line(shop + ":sales:EUR", "CREDIT", 11, "EUR")
            + "]";
    fiona.post(ENTRIES, "{" + sale + ", \"valueDate\": \"2026-01-10\"}");
    Answer last = fiona.post(ENTRIES, "{" + sale + ", \"valueDate\": \"2026-02-10\"}");
    String till = "/api/v1/ledger/balances?path=" + shop + ":till";

    assertThat(net(read(last, till))).isEqualTo(22);
    assertThat(net(fiona.get(till + "&valuedOn=2026-01-31"))).isEqualTo(11);
    assertThat(fiona.get(till + "&recordedBy=2020-01-01T00:00:00Z").json().size()).isZero();
    assertThat(net(fiona.get("/api/v1/ledger/balances?path=" + shop))).isZero();
    assertThat(fiona.get(till + "&valuedOn=tomorrow").status()).isEqualTo(422);
  }

  @Test
  void aQueryThatCannotBeAnsweredIsRefusedAndNeverAnsweredEmpty() {
    long before = journalSize();
    for (String unknown :
        List.of(
            "/api/v1/ledger/balances?path=nowhere",
            ENTRIES + "?account=nowhere",
            ENTRIES + "?parent=" + entryId())) {
      assertThat(fiona.get(unknown).status()).describedAs(unknown).isEqualTo(404);
    }
    for (String misspelt :
        List.of(
            ENTRIES + "?acount=" + bank,
            ACCOUNTS + "/" + bank + "?at=2026-01-01",
            "/api/v1/ledger/balances?path=test&validOn=2026-01-01",
            "/api/v1/reports/trial-balance?until=2026-01-01T00:00:00Z")) {
      assertThat(fiona.get(misspelt).text("code"))
          .describedAs(misspelt)
          .isEqualTo("invalid_parameter");
    }
    assertThat(fiona.post(ENTRIES + "?dryrun=true", "{" + receipt(5) + "}").status())
        .isEqualTo(400);
    assertThat(journalSize()).isEqualTo(before);
  }

  private static long net(Answer balances) {
    assertThat(balances.status()).describedAs(balances.response().body()).isEqualTo(200);
    return balances.json().path(0).path("netMinor").asLong();
  }

  @Test
  void termsMetadataAndStateOfAnAccountAreShown() {
    String account = "terms:" + run;
    open(account, "ASSET", "EUR");
    Player olga = Player.demo(port, "olga");

    fiona.post(ACCOUNTS + "/" + account + ":set-terms", "{\"minimumMinor\": -5}");
    fiona.post(ACCOUNTS + "/" + account + ":describe", "{\"metadata\": {\"iban\": \"1\"}}");
    fiona.post(ACCOUNTS + "/" + account + ":describe", "{\"metadata\": {\"iban\": \"2\"}}");
    Answer forbidden = fiona.post(ACCOUNTS + "/" + account + ":freeze", "{\"reference\": \"A\"}");
    Answer frozen = olga.post(ACCOUNTS + "/" + account + ":freeze", "{\"reference\": \"A\"}");

    assertThat(forbidden.status()).isEqualTo(403);
    assertThat(frozen.text("status")).isEqualTo("FROZEN");
    assertThat(frozen.json().at("/terms/minimumMinor").asLong()).isEqualTo(-5);
    assertThat(
            fiona.get(ACCOUNTS + "/" + account + "/descriptions").json().findValuesAsString("iban"))
        .containsExactly("2", "1");
    assertThat(fiona.act(ACCOUNTS + "/" + account + ":close").status()).isEqualTo(202);
  }

  private Answer hold(String account, String other, long minor, String more) {
    return fiona.post(
        "/api/v1/ledger/holds",
        """
        {"debit": "%s", "credit": "%s", "amount": {"amountMinor": %d, "currency": "EUR"}%s}
        """
            .formatted(other, account, minor, more));
  }

  @Test
  void aHoldIsCapturedInPartsAndGivenUp() {
    String purse = "purse:" + run;
    open(purse, "ASSET", "EUR");
    fiona.post(ENTRIES, "{" + moved(purse, bank, 100) + "}");
    Answer held = hold(purse, bank, 80, "");
    String path = "/api/v1/ledger/holds/" + held.text("id");

    Answer part = fiona.post(path + ":capture", "{\"amountMinor\": 30, \"memo\": \"First night\"}");
    Answer tooMuch = fiona.post(path + ":capture", "{\"amountMinor\": 51, \"memo\": \"x\"}");
    Answer account = read(part, ACCOUNTS + "/" + purse);
    Answer voided = fiona.act(path + ":void");
    Answer over = fiona.post(path + ":capture", "{\"memo\": \"x\"}");

    assertThat(held.status()).describedAs(held.response().body()).isEqualTo(201);
    assertThat(part.status()).describedAs(part.response().body()).isEqualTo(201);
    assertThat(tooMuch.text("code")).isEqualTo("capture_too_large");
    assertThat(account.json().path("balanceMinor").asLong()).isEqualTo(70);
    assertThat(account.json().path("pendingOutMinor").asLong()).isEqualTo(50);
    assertThat(account.json().path("availableMinor").asLong()).isEqualTo(20);
    assertThat(voided.text("status")).isEqualTo("VOIDED");
    assertThat(over.text("code")).isEqualTo("hold_ended");
    assertThat(read(voided, ACCOUNTS + "/" + purse).json().path("availableMinor").asLong())
        .isEqualTo(70);
  }

  @Test
  void aGroupOfHoldsIsCapturedInOneEntry() {
    String group = ", \"group\": \"trip-" + run + "\"";
    hold(bank, owed, 10, group);
    hold(bank, owed, 20, group);
    String path = "/api/v1/ledger/hold-groups/trip-" + run;

    Answer dry = fiona.post(path + ":capture?dryRun=true", "{\"memo\": \"Checked out\"}");
    Answer entry = fiona.post(path + ":capture", "{\"memo\": \"Checked out\"}");
    Answer voided = fiona.act(path + ":void");

    assertThat(dry.json().required("postings")).isEqualTo(entry.json().required("postings"));
    assertThat(entry.json().required("postings").size()).isEqualTo(4);
    assertThat(voided.text("code")).isEqualTo("hold_ended");
  }

  @Test
  void aHoldEndsByItself() {
    String end = java.time.Instant.now().plusSeconds(2).toString();
    Answer held = hold(bank, owed, 10, ", \"expiresAt\": \"" + end + "\"");
    String path = "/api/v1/ledger/holds/" + held.text("id");

    new Stage(port).await(() -> fiona.get(path), hold -> hold.text("status").equals("EXPIRED"));
    assertThat(fiona.post(path + ":capture", "{\"memo\": \"x\"}").text("code"))
        .isEqualTo("hold_expired");
  }

  @Test
  void aBatchIsPostedAsAWholeOrEntryByEntry() {
    String purse = "batch:" + run;
    open(purse, "ASSET", "EUR");
    fiona.post(ACCOUNTS + "/" + purse + ":set-terms", "{\"minimumMinor\": 0}");
    String entries =
        "\"entries\": [{%s}, {%s}]}".formatted(moved(purse, bank, 10), moved(bank, purse, 11));

    Answer linked = fiona.post(ENTRIES + ":batch", "{\"linked\": true, " + entries);
    Answer each = fiona.post(ENTRIES + ":batch", "{\"linked\": false, " + entries);

    assertThat(linked.text("code")).isEqualTo("batch_entry_refused");
    assertThat(linked.text("detail")).contains("entry 1");
    assertThat(each.json().findValuesAsString("outcome")).containsExactly("POSTED", "REFUSED");
    assertThat(each.json().at("/entries/1/code").asString()).isEqualTo("insufficient_funds");
    assertThat(read(each, ACCOUNTS + "/" + purse).json().path("balanceMinor").asLong())
        .isEqualTo(10);
  }

  private Answer load(String type, String file, String query, String key) {
    return fiona
        .http()
        .send(
            fiona
                .http()
                .request("/api/v1/ledger/imports" + query)
                .header("Content-Type", type)
                .header("Idempotency-Key", key)
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(file)));
  }

  @Test
  void aFileIsPostedLineByLineAndOnce() {
    String good = "{" + receipt(3).replace("\n", "") + "}\n";
    String bad = "{" + moved(bank, "nowhere", 3).replace("\n", "") + "}\n";
    String file = good + bad + "no JSON\n" + good;
    String key = UUID.randomUUID().toString();

    List<String> first =
        load("application/x-ndjson", file, "", key).response().body().lines().toList();
    List<String> again =
        load("application/x-ndjson", file, "", key).response().body().lines().toList();

    assertThat(first.get(0)).contains("\"line\":3").contains("malformed_body");
    assertThat(first.get(1)).contains("\"line\":2").contains("unknown_account");
    assertThat(first.getLast()).contains("\"posted\":2").contains("\"refused\":2");
    assertThat(again.getLast()).contains("\"repeated\":2").contains("\"done\":true");
  }

  @Test
  void aTableIsPostedRowByRowAndCanBeTriedBefore() {
    String file =
        """
        debit,credit,amountMinor,currency,memo,reference,externalReference,valueDate
        %1$s,%2$s,100,EUR,"Rent, March",r-1,csv-%3$s,2026-03-01
        %1$s,%2$s,x,EUR,,,,
        """
            .formatted(bank, owed, run);
    String key = UUID.randomUUID().toString();
    long before = journalSize();

    Answer dry = load("text/csv", file, "?dryRun=true", key);
    assertThat(journalSize()).isEqualTo(before);
    Answer real = load("text/csv", file, "", key);

    assertThat(dry.response().body().lines().toList().getFirst()).contains("amountMinor");
    assertThat(dry.response().body()).contains("\"posted\":1").contains("\"refused\":1");
    assertThat(real.response().body()).contains("\"posted\":1").contains("\"refused\":1");
    assertThat(load("text/plain", file, "", key).status()).isEqualTo(415);
  }

  @Test
  void aCorrectionUndoesAndPostsAnew() {
    Answer wrong = fiona.post(ENTRIES, "{" + receipt(9) + "}");

    Answer right =
        fiona.post(ENTRIES + "/" + wrong.text("id") + ":correct", "{" + receipt(8) + "}");

    assertThat(right.json().at("/links/corrects").asString()).isEqualTo(wrong.text("id"));
    assertThat(read(right, ENTRIES + "/" + wrong.text("id")).text("reversedBy")).isNotEmpty();
  }

  @Test
  void aTemplateSplitsToTheLastCent() {
    String share = "{\"account\": \"%s\", \"weight\": %d}";
    Answer set =
        fiona.post(
            "/api/v1/ledger/rules/templates",
            "{\"name\": \"t-%s\", \"debits\": [%s], \"credits\": [%s, %s]}"
                .formatted(
                    run,
                    share.formatted(bank, 1),
                    share.formatted(owed, 1),
                    share.formatted(bank, 1)));

    Answer entry =
        fiona.post(
            ENTRIES + "/from-template/t-" + run,
            """
            {"amount": {"amountMinor": 101, "currency": "EUR"}, "memo": "Tip"}
            """);

    assertThat(set.status()).describedAs(set.response().body()).isEqualTo(202);
    assertThat(entry.json().at("/postings/1/amount/amountMinor").asLong()).isEqualTo(51);
    assertThat(entry.json().at("/postings/2/amount/amountMinor").asLong()).isEqualTo(50);
  }

  @Test
  void largeEntriesNeedTwoPeople() {
    String till = "large:" + run + ":till:CHF";
    String sales = "large:" + run + ":sales:CHF";
    open(till, "ASSET", "CHF");
    open(sales, "REVENUE", "CHF");
    String limit = "{\"currency\": \"CHF\", \"aboveMinor\": 1000}";
    fiona.post("/api/v1/ledger/rules/approval-limit", limit);
    String sale =
        "{\"postings\": ["
            + line(till, "DEBIT", 1_001, "CHF")
            + ","
            + line(sales, "CREDIT", 1_001, "CHF")
            + "]}";

    Answer proposed = fiona.post(ENTRIES, sale);
    String path = "/api/v1/ledger/proposals/" + proposed.text("id") + ":approve";
    Answer own = fiona.act(path);
    Answer approved = Player.demo(port, "frank").act(path);

    assertThat(proposed.status()).isEqualTo(202);
    assertThat(proposed.text("state")).isEqualTo("PROPOSED");
    assertThat(own.text("code")).isEqualTo("second_person_needed");
    assertThat(approved.text("status")).isEqualTo("APPROVED");
    assertThat(read(approved, ENTRIES + "/" + proposed.text("id")).status()).isEqualTo(200);
    fiona.post("/api/v1/ledger/rules/approval-limit", "{\"currency\": \"CHF\"}");
  }

  @Test
  void limitsOfATierHold() {
    String wallet = "tiers:" + run;
    open(wallet, "ASSET", "EUR");
    fiona.post(ENTRIES, "{" + moved(wallet, bank, 1_000) + "}");
    fiona.post(ACCOUNTS + "/" + wallet + ":set-terms", "{\"tier\": \"T" + run + "\"}");
    fiona.post(
        "/api/v1/ledger/rules/outflow-limits",
        "{\"tier\": \"T" + run + "\", \"currency\": \"EUR\", \"dayMinor\": 100}");

    assertThat(fiona.post(ENTRIES, "{" + moved(bank, wallet, 60) + "}").status()).isEqualTo(201);
    assertThat(fiona.post(ENTRIES, "{" + moved(bank, wallet, 41) + "}").text("code"))
        .isEqualTo("outflow_limit_exceeded");
    assertThat(fiona.post(ENTRIES, "{" + moved(bank, wallet, 40) + "}").status()).isEqualTo(201);
  }

  @Test
  void sixtyFourClientsNeverOverdrawTwoHotAccounts() throws Exception {
    String hot = "hot:" + run + ":wallet:EUR";
    String other = "hot:" + run + ":other:EUR";
    open(hot, "ASSET", "EUR");
    open(other, "ASSET", "EUR");
    for (String account : List.of(hot, other)) {
      fiona.post(ACCOUNTS + "/" + account + ":set-terms", "{\"minimumMinor\": 0}");
    }
    fiona.post(ENTRIES, "{" + moved(hot, bank, 100) + "}");
    List<Callable<Integer>> callers =
        IntStream.range(0, 64)
            .<Callable<Integer>>mapToObj(i ->
                () ->
                    IntStream.range(0, 6)
                        .map(n -> fiona.post(ENTRIES, transfer(i + n, hot, other)).status())
                        .filter(status -> status == 201)
                        .map(status -> 1)
                        .sum())
            .toList();
    int posted = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> caller : threads.invokeAll(callers)) {
        posted += caller.get();
      }
    }

    assertThat(posted).isPositive();
    assertThat(
            database
                .sql(
                    "select count(*) from read.postings where account_id in (?, ?)"
                        + " and balance_after_minor < 0")
                .params(hot, other)
                .query(Long.class)
                .single())
        .isZero();
    assertThat(
            database
                .sql("select sum(balance_minor) from read.accounts where account_id in (?, ?)")
                .params(hot, other)
                .query(Long.class)
                .single())
        .isEqualTo(100);
  }

  private static String moved(String to, String from, long minor) {
    return "\"postings\": ["
        + line(to, "DEBIT", minor, "EUR")
        + ","
        + line(from, "CREDIT", minor, "EUR")
        + "]";
  }

  private static String transfer(int step, String hot, String other) {
    return step % 2 == 0
        ? "{" + moved(other, hot, 7 + step % 30) + "}"
        : "{" + moved(hot, other, 7 + step % 30) + "}";
  }

  private static String entryId() {
    return DerivedId.random("ent");
  }

  private long journalSize() {
    return database.sql("select count(*) from journal.records").query(Long.class).single();
  }
}
