package io.daybook;

import io.daybook.chain.Anchor;
import io.daybook.chain.ChainMonitor;
import io.daybook.kyb.casefile.KybModule;
import io.daybook.kyb.watchlist.WatchlistModule;
import io.daybook.kyb.workflow.KybWorkflowConfiguration;
import io.daybook.ledger.CommandSender;
import io.daybook.ledger.GatewayCommandSender;
import io.daybook.ledger.LedgerModule;
import io.daybook.projections.ProjectionsConfiguration;
import io.daybook.projections.dump.ReadModelDump;
import io.daybook.projections.shared.JournalHead;
import io.daybook.projections.shared.JournalRanges;
import io.daybook.projections.shared.PersonalTexts;
import io.daybook.recorder.personal.StreamKeys;
import io.daybook.recorder.publication.AnchoredRoots;
import io.daybook.recorder.publication.ReadModels;
import io.daybook.recorder.store.Journal;
import io.daybook.security.personal.PersonalData;
import io.daybook.ticketing.TicketingModule;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Joins the domains, their read models and the journal, which do not know each other. */
@Configuration(proxyBeanMethods = false)
@Import({KybWorkflowConfiguration.class, ProjectionsConfiguration.class})
class Wiring {
  @Bean
  ConfigurerModule ledgerModule() {
    return new LedgerModule();
  }

  @Bean
  ConfigurerModule ticketingModule() {
    return new TicketingModule();
  }

  @Bean
  ConfigurerModule kybModule() {
    return new KybModule();
  }

  @Bean
  ConfigurerModule watchlistModule() {
    return new WatchlistModule();
  }

  @Bean
  JournalHead journalHead(Journal journal) {
    return journal::size;
  }

  @Bean
  PersonalTexts personalTexts(StreamKeys keys, PersonalData personal) {
    return new SealedTexts(keys, personal);
  }

  @Bean
  ReadModels readModels(ReadModelDump models) {
    return models::write;
  }

  @Bean
  AnchoredRoots anchoredRoots(ChainMonitor chain) {
    return size ->
        chain.anchors().stream().filter(at -> at.size() <= size).map(Anchor::line).toList();
  }

  @Bean
  JournalRanges journalRanges(Journal journal) {
    return journal::read;
  }

  @Bean
  CommandSender commandSender(CommandGateway gateway) {
    return new GatewayCommandSender(gateway);
  }
}
