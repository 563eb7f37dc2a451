package io.daybook.recorder;

import io.daybook.recorder.format.EventFamilies;
import io.daybook.recorder.format.JournalSerializer;
import io.daybook.recorder.format.PayloadSeal;
import io.daybook.recorder.format.ProcessSerializer;
import java.time.Duration;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.modelling.saga.repository.jdbc.PostgresSagaSqlSchema;
import org.axonframework.modelling.saga.repository.jdbc.SagaSchema;
import org.axonframework.modelling.saga.repository.jdbc.SagaSqlSchema;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Lets every group of event handlers read the journal the same way: from its start, in batches, in
 * one database transaction with its token, woken by the writer, and stopped by its first failure.
 */
@Configuration(proxyBeanMethods = false)
class ProcessorConfiguration {
  private static final int BATCH_SIZE = 256;
  private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration CLAIM_EXTENSION = Duration.ofSeconds(2);

  @Bean
  @Primary
  Serializer serializer() {
    return new ProcessSerializer();
  }

  @Bean
  @Qualifier("messageSerializer")
  Serializer messageSerializer() {
    return new ProcessSerializer();
  }

  @Bean
  @Qualifier("eventSerializer")
  JournalSerializer eventSerializer(EventFamilies families, PayloadSeal seal) {
    return new JournalSerializer(families, seal);
  }

  @Bean
  TokenStore tokenStore(ConnectionProvider connections, Serializer serializer) {
    return JdbcTokenStore.builder()
        .connectionProvider(connections)
        .schema(TokenSchema.builder().setTokenTable("bridge.token_entry").build())
        .serializer(serializer)
        .contentType(byte[].class)
        .claimTimeout(CLAIM_TIMEOUT)
        .build();
  }

  @Bean
  SagaSqlSchema sagaSchema() {
    return new PostgresSagaSqlSchema(
        SagaSchema.builder()
            .sagaEntryTable("bridge.saga_entry")
            .associationValueEntryTable("bridge.association_value_entry")
            .build());
  }

  @Bean
  ConfigurerModule journalProcessors() {
    return configurer -> configurer.eventProcessing(ProcessorConfiguration::configure);
  }

  private static void configure(EventProcessingConfigurer processing) {
    processing
        .registerDefaultErrorHandler(configuration -> PropagatingErrorHandler.INSTANCE)
        .registerDefaultListenerInvocationErrorHandler(
            configuration -> PropagatingErrorHandler.INSTANCE)
        .usingPooledStreamingEventProcessors((configuration, builder) ->
            builder
                .batchSize(BATCH_SIZE)
                // With one segment a group's position is one number.
                .initialSegmentCount(1)
                .initialToken(StreamableMessageSource::createTailToken)
                .tokenClaimInterval(CLAIM_EXTENSION.toMillis())
                .claimExtensionThreshold(CLAIM_EXTENSION.toMillis()));
  }
}
