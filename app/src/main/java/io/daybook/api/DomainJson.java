package io.daybook.api;

import io.daybook.feed.webhook.SecretId;
import io.daybook.feed.webhook.WebhookId;
import io.daybook.kyb.casefile.DocumentId;
import io.daybook.kyb.casefile.HitId;
import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.kyb.casefile.PartyId;
import io.daybook.kyb.watchlist.WatchlistId;
import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.FundsHoldId;
import io.daybook.ledger.book.TemplateId;
import io.daybook.ledger.money.Money;
import io.daybook.ledger.payment.PaymentId;
import io.daybook.ledger.payment.RefundId;
import io.daybook.ledger.wallet.PayoutAccountId;
import io.daybook.ledger.wallet.PayoutId;
import io.daybook.reconciliation.ReconciliationId;
import io.daybook.retention.ErasureId;
import io.daybook.retention.LegalHoldId;
import io.daybook.ticketing.chain.Address;
import io.daybook.ticketing.chain.BlockHash;
import io.daybook.ticketing.chain.Commitment;
import io.daybook.ticketing.chain.IntentId;
import io.daybook.ticketing.chain.RemedyId;
import io.daybook.ticketing.chain.TokenId;
import io.daybook.ticketing.chain.TxHash;
import io.daybook.ticketing.inventory.HoldId;
import io.daybook.ticketing.inventory.PoolId;
import io.daybook.ticketing.order.OrderId;
import io.daybook.ticketing.show.ShowId;
import io.daybook.ticketing.show.TicketTypeId;
import io.daybook.ticketing.ticket.TicketId;
import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** Writes ids as strings and money as {@code {"amountMinor":4500,"currency":"EUR"}}. */
@Configuration
class DomainJson {
  private static final List<Class<?>> IDS =
      List.of(
          AccountId.class,
          Address.class,
          BlockHash.class,
          BookId.class,
          Commitment.class,
          DocumentId.class,
          EntryId.class,
          ErasureId.class,
          FundsHoldId.class,
          HitId.class,
          HoldId.class,
          IntentId.class,
          KybCaseId.class,
          LegalHoldId.class,
          OrderId.class,
          OrganiserId.class,
          PartyId.class,
          PaymentId.class,
          PayoutAccountId.class,
          PayoutId.class,
          PoolId.class,
          ReconciliationId.class,
          RefundId.class,
          RemedyId.class,
          SecretId.class,
          ShowId.class,
          TemplateId.class,
          TicketId.class,
          TicketTypeId.class,
          TokenId.class,
          TxHash.class,
          UserId.class,
          WatchlistId.class,
          WebhookId.class);

  @Bean
  JsonMapperBuilderCustomizer domainTypes() {
    var module = new SimpleModule("domain");
    IDS.forEach(id -> module.addSerializer(id, ToStringSerializer.instance));
    module.addSerializer(Money.class, new MoneySerializer());
    return mapper -> mapper.addModule(module);
  }

  private static final class MoneySerializer extends StdSerializer<Money> {
    MoneySerializer() {
      super(Money.class);
    }

    @Override
    public void serialize(Money money, JsonGenerator json, SerializationContext context) {
      json.writeStartObject();
      json.writeNumberProperty("amountMinor", money.minorUnits());
      json.writeStringProperty("currency", money.currency().getCurrencyCode());
      json.writeEndObject();
    }
  }
}
