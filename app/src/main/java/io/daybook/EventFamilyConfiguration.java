package io.daybook;

import io.daybook.feed.webhook.WebhookEvent;
import io.daybook.kyb.casefile.KybEvent;
import io.daybook.kyb.watchlist.WatchlistEvent;
import io.daybook.ledger.book.BookEvent;
import io.daybook.ledger.payment.PaymentEvent;
import io.daybook.ledger.wallet.PayoutAccountEvent;
import io.daybook.ledger.wallet.PayoutEvent;
import io.daybook.reconciliation.ReconciliationEvent;
import io.daybook.recorder.format.EventFamilies;
import io.daybook.retention.ArchiveEvent;
import io.daybook.retention.RetentionEvent;
import io.daybook.ticketing.chain.ChainEvent;
import io.daybook.ticketing.chain.TokenEvent;
import io.daybook.ticketing.inventory.InventoryEvent;
import io.daybook.ticketing.order.OrderEvent;
import io.daybook.ticketing.show.ShowEvent;
import io.daybook.ticketing.ticket.TicketEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lists the events that the journal may hold. */
@Configuration(proxyBeanMethods = false)
class EventFamilyConfiguration {
  @Bean
  EventFamilies eventFamilies() {
    return EventFamilies.of(
        BookEvent.class,
        PaymentEvent.class,
        PayoutAccountEvent.class,
        PayoutEvent.class,
        ShowEvent.class,
        InventoryEvent.class,
        OrderEvent.class,
        TicketEvent.class,
        TokenEvent.class,
        ChainEvent.class,
        KybEvent.class,
        WatchlistEvent.class,
        RetentionEvent.class,
        ArchiveEvent.class,
        WebhookEvent.class,
        ReconciliationEvent.class);
  }
}
