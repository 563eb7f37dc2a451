package io.daybook;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.recorder.personal.PersonalEvents;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every text that an event can hold was thought about: it is personal, or it is here. */
class PersonalEventsTest {
  /** What is no personal data, by the event's name and the field. */
  private static final Set<String> PLAIN =
      Set.of(
          // Ids, hashes, codes and what the journal says about itself
          "journal.LogCreated /origin",
          "journal.LogCreated /keys",
          "journal.LogCreated /policyHash",
          "journal.KeyIntroduced /statement",
          "journal.KeyIntroduced /approvedBy",
          "journal.KeyRetired /statement",
          "journal.KeyRetired /approvedBy",
          "journal.KeyRevoked /statement",
          "journal.KeyRevoked /approvedBy",
          "journal.WitnessPolicyChanged /policy",
          "journal.PayloadErased /payloadType",
          "retention.ErasureRecorded /keys",
          "retention.ErasureRecorded /records/eventId",
          "retention.LegalHoldProposed /reference",
          "retention.DataExpired /scope",
          "retention.DataExpired /keys",
          "kyb.casefile.DocumentAttached /mediaType",
          "kyb.casefile.DocumentAttached /sha256",
          "kyb.casefile.DocumentsChecked /commandId",
          "kyb.casefile.CaseOpened /business/country",
          "kyb.casefile.PartyNamed /details/country",
          "kyb.casefile.HitFound /found/watchlist",
          "kyb.casefile.ScreeningPerformed /commandId",
          "kyb.casefile.ScreeningPerformed /policy",
          "kyb.casefile.ScreeningPerformed /lists/watchlist",
          "kyb.casefile.ScreeningPerformed /lists/sha256",
          "kyb.casefile.CaseScreened /commandId",
          "kyb.casefile.RiskAssessed /assessment/factors/rule",
          "kyb.casefile.RiskAssessed /assessment/tables/table",
          "kyb.casefile.RiskAssessed /assessment/tables/sha256",
          "kyb.casefile.RiskAssessed /assessment/tables/rules",
          "kyb.watchlist.WatchlistVersionLoaded /file/format",
          "kyb.watchlist.WatchlistVersionLoaded /file/sha256",
          "kyb.watchlist.WatchlistVersionActivated /sha256",
          // What a published list is called, and where it was taken from
          "kyb.watchlist.WatchlistVersionLoaded /name",
          "kyb.watchlist.WatchlistVersionLoaded /file/source",
          "ledger.book.EntryPosted /reference",
          "ledger.payment.PaymentRequested /reference",
          "ledger.payment.PaymentAuthorised /reference",
          "ledger.payment.PaymentCaptured /reference",
          "ledger.payment.PaymentChargedBack /reference",
          "ledger.payment.PaymentPartlyChargedBack /reference",
          "ledger.payment.ChargebackWon /reference",
          "ledger.payment.PaymentFailed /reference",
          "ledger.payment.RefundRequested /reference",
          "ledger.payment.PaymentRefunded /reference",
          "ledger.payment.PaymentAuthorised /providerEventId",
          "ledger.payment.PaymentCaptured /providerEventId",
          "ledger.payment.PaymentChargedBack /providerEventId",
          "ledger.payment.PaymentPartlyChargedBack /providerEventId",
          "ledger.payment.ChargebackWon /providerEventId",
          "ledger.payment.PaymentFailed /providerEventId",
          "ledger.payment.PaymentRefunded /providerEventId",
          "ledger.payment.PaymentRequested /method",
          "ticketing.order.PaymentStarted /method",
          "ledger.payment.PaymentFailed /reason",
          "ticketing.order.OrderPaymentFailed /reason",
          "ledger.wallet.PayoutRequested /clearance",
          // A provider's name for an account; what looks like an account number is refused
          "ledger.wallet.PayoutAccountAdded /token",
          "ledger.wallet.PayoutRefused /reason",
          "ticketing.show.ShowPublished /clearance",
          // Ids, or their hashes where they do not look like ids
          "reconciliation.StatementCompared /comparison/sha256",
          "reconciliation.StatementCompared /comparison/differences/reference",
          // Of systems, not of people
          "feed.webhook.WebhookRegistered /url",
          "feed.webhook.WebhookRegistered /types",
          // Made by programs from ids
          "ledger.book.EntryPosted /memo",
          "ledger.book.EntryReversed /memo",
          // Typed by finance, who are told to write nothing personal
          "ledger.book.EntryRecorded /content/memo",
          "ledger.book.EntryRecorded /content/reference",
          "ledger.book.EntryRecorded /content/externalReference",
          "ledger.book.EntryRecorded /content/metadata",
          "ledger.book.EntryProposed /content/memo",
          "ledger.book.EntryProposed /content/reference",
          "ledger.book.EntryProposed /content/externalReference",
          "ledger.book.EntryProposed /content/metadata",
          "ledger.book.OutflowLimitsSet /tier",
          "ledger.book.HoldPlaced /held/group",
          "ledger.book.HoldPlaced /held/reference",
          "ledger.book.AccountDescribed /metadata",
          "ledger.book.AccountTermsSet /terms/tier",
          // Made by the book of what finance typed, amounts and names of accounts
          "ledger.book.WriteRefused /refusal/code",
          "ledger.book.WriteRefused /refusal/contentHash",
          "ledger.book.WriteRefused /refusal/message",
          // File numbers
          "ledger.book.AccountFrozen /reference",
          "ledger.book.AccountUnfrozen /reference",
          // Advertised to everybody
          "ticketing.show.ShowCreated /title",
          "ticketing.show.ShowCreated /ticketTypes/name",
          "ticketing.show.ShowPublished /ticketTypes/name");

  @Test
  void everyTextIsPersonalOrKnownNotToBe() {
    var families = new EventFamilyConfiguration().eventFamilies();
    PersonalEvents personal = new PersonalEventConfiguration().personalEvents(families);
    var unknown = new TreeSet<String>();
    for (String name : families.names()) {
      for (String field : texts(families.event(name).orElseThrow(), "")) {
        if (!personal.fields(name).contains(field) && !PLAIN.contains(name + " " + field)) {
          unknown.add(name + " " + field);
        }
      }
    }

    assertThat(unknown).isEmpty();
  }

  @Test
  void everyPersonalFieldExists() {
    var families = new EventFamilyConfiguration().eventFamilies();
    PersonalEvents personal = new PersonalEventConfiguration().personalEvents(families);

    for (String name : families.names()) {
      assertThat(texts(families.event(name).orElseThrow(), ""))
          .describedAs(name)
          .containsAll(personal.fields(name));
    }
  }

  private static Set<String> texts(Type type, String path) {
    var found = new TreeSet<String>();
    if (type == String.class) {
      found.add(path);
    } else if (type instanceof ParameterizedType list) {
      found.addAll(texts(list.getActualTypeArguments()[0], path));
    } else if (type instanceof Class<?> record && record.isRecord() && !isTextId(record)) {
      for (RecordComponent component : record.getRecordComponents()) {
        found.addAll(texts(component.getGenericType(), path + "/" + component.getName()));
      }
    }
    return found;
  }

  private static boolean isTextId(Class<?> record) {
    RecordComponent[] components = record.getRecordComponents();
    return components.length == 1 && components[0].getName().equals("value");
  }
}
