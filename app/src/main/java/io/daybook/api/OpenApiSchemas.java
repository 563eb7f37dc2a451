package io.daybook.api;

import com.fasterxml.jackson.databind.JavaType;
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
import io.daybook.ledger.money.Money;
import io.daybook.ledger.payment.PaymentId;
import io.daybook.ledger.payment.RefundId;
import io.daybook.ledger.wallet.PayoutAccountId;
import io.daybook.ledger.wallet.PayoutId;
import io.daybook.projections.shared.PageRequest;
import io.daybook.reconciliation.ReconciliationId;
import io.daybook.ticketing.chain.Address;
import io.daybook.ticketing.chain.BlockHash;
import io.daybook.ticketing.chain.Commitment;
import io.daybook.ticketing.chain.IntentId;
import io.daybook.ticketing.chain.RemedyId;
import io.daybook.ticketing.chain.TokenId;
import io.daybook.ticketing.chain.TxHash;
import io.daybook.ticketing.inventory.HoldId;
import io.daybook.ticketing.order.OrderId;
import io.daybook.ticketing.show.ShowId;
import io.daybook.ticketing.show.TicketTypeId;
import io.daybook.ticketing.ticket.TicketId;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** How the types of the domain look in JSON, for the OpenAPI document. */
final class OpenApiSchemas {
  static final String PROBLEM = "Problem";

  private static final Map<Class<?>, String> PREFIX_BY_ID =
      Map.ofEntries(
          Map.entry(DocumentId.class, "doc"),
          Map.entry(EntryId.class, "ent"),
          Map.entry(FundsHoldId.class, "fhd"),
          Map.entry(HitId.class, "hit"),
          Map.entry(HoldId.class, "hld"),
          Map.entry(KybCaseId.class, "kyb"),
          Map.entry(OrderId.class, "ord"),
          Map.entry(OrganiserId.class, "org"),
          Map.entry(PartyId.class, "pty"),
          Map.entry(PaymentId.class, "pay"),
          Map.entry(PayoutAccountId.class, "pac"),
          Map.entry(PayoutId.class, "pyo"),
          Map.entry(ReconciliationId.class, "rcn"),
          Map.entry(RefundId.class, "rfd"),
          Map.entry(RemedyId.class, "rmd"),
          Map.entry(SecretId.class, "whs"),
          Map.entry(ShowId.class, "shw"),
          Map.entry(TicketId.class, "tkt"),
          Map.entry(TicketTypeId.class, "tty"),
          Map.entry(UserId.class, "usr"),
          Map.entry(WatchlistId.class, "wls"),
          Map.entry(WebhookId.class, "whk"));

  private OpenApiSchemas() {}

  /** Tells the generator what {@link DomainJson} and the argument resolvers do. */
  static void register() {
    SpringDocUtils types = SpringDocUtils.getConfig();
    types.addRequestWrapperToIgnore(WriteKey.class, PageRequest.class);
    PREFIX_BY_ID.forEach((id, prefix) -> types.replaceWithSchema(id, id(prefix)));
    types.replaceWithSchema(
        AccountId.class, text().description("An account").example("platform:fees:EUR"));
    types.replaceWithSchema(BookId.class, text().description("A book").example("book_main"));
    types.replaceWithSchema(
        IntentId.class,
        text().description("What a transaction is for").example("mint:tok_" + "0".repeat(26)));
    types.replaceWithSchema(Address.class, hex(40));
    Stream.of(BlockHash.class, Commitment.class, TxHash.class)
        .forEach(hash -> types.replaceWithSchema(hash, hex(64)));
    types.replaceWithSchema(TokenId.class, text().pattern("[0-9]{1,78}").example("1"));
    types.replaceWithSchema(StreamingResponseBody.class, text().format("binary"));
    types.replaceWithClass(Money.class, MoneyBody.class);
  }

  private static Schema<?> id(String prefix) {
    return text()
        .pattern(prefix + "_[0-9A-HJKMNP-TV-Z]{26}")
        .example(prefix + "_" + "0".repeat(26));
  }

  private static Schema<?> hex(int digits) {
    return text().pattern("0x[0-9a-f]{" + digits + "}").example("0x" + "0".repeat(digits));
  }

  private static Schema<?> text() {
    Schema<?> schema = new StringSchema();
    schema.addType("string");
    return schema;
  }

  static Schema<?> problem() {
    var schema = new ObjectSchema();
    schema.setDescription("A problem (RFC 9457); programs decide by its code.");
    schema.addProperty("type", new StringSchema().format("uri"));
    schema.addProperty("title", new StringSchema());
    schema.addProperty("status", new IntegerSchema());
    schema.addProperty("detail", new StringSchema());
    schema.addProperty("code", new StringSchema());
    schema.addProperty("retryable", new BooleanSchema());
    schema.setRequired(List.of("type", "title", "status", "code", "retryable"));
    return schema;
  }

  /** Marks every field of a record as required that may not be null. */
  static final class RequiredFields implements ModelConverter {
    @Override
    public @Nullable Schema<?> resolve(
        AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
      if (!chain.hasNext()) {
        return null;
      }
      Schema<?> resolved = chain.next().resolve(type, context, chain);
      JavaType java = Json31.mapper().constructType(type.getType());
      if (resolved != null && java != null && java.getRawClass().isRecord()) {
        mark(definition(resolved, context), java.getRawClass());
      }
      return resolved;
    }

    private static @Nullable Schema<?> definition(
        Schema<?> resolved, ModelConverterContext context) {
      String reference = resolved.get$ref();
      return reference == null
          ? resolved
          : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static void mark(@Nullable Schema<?> schema, Class<?> type) {
      if (schema == null || schema.getProperties() == null) {
        return;
      }
      Stream.of(type.getRecordComponents())
          .filter(field -> !isNullable(field))
          .map(RecordComponent::getName)
          .filter(schema.getProperties()::containsKey)
          .filter(name -> schema.getRequired() == null || !schema.getRequired().contains(name))
          .forEach(schema::addRequiredItem);
    }

    private static boolean isNullable(RecordComponent field) {
      return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
  }
}
