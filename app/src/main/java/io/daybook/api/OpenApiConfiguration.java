package io.daybook.api;

import io.daybook.projections.shared.PageRequest;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/** The OpenAPI document: what the code tells, what all share, and {@link ApiOperations}. */
@Configuration
class OpenApiConfiguration {
  static final String BEARER = "bearer";

  static {
    OpenApiSchemas.register();
  }

  @Bean
  OpenAPI daybookApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Daybook")
                .version("v1")
                .description("Sells tickets and keeps a journal that anybody can verify."))
        .components(
            new Components()
                .addSecuritySchemes(
                    BEARER,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")));
  }

  @Bean
  OpenApiSchemas.RequiredFields requiredFields() {
    return new OpenApiSchemas.RequiredFields();
  }

  @Bean
  GlobalOperationCustomizer sharedParameters() {
    return (operation, handler) -> {
      if (takes(handler, WriteKey.class)) {
        operation.addParametersItem(writeKey());
        if (handler.getBeanType().isAnnotationPresent(DryRunnable.class)) {
          operation.addParametersItem(dryRun());
        }
      }
      if (handler.getBeanType().isAnnotationPresent(VersionedWrites.class)
          && takes(handler, WriteKey.class)) {
        operation.addParametersItem(expectedVersions());
      }
      if (takes(handler, PageRequest.class)) {
        operation.addParametersItem(limit()).addParametersItem(after());
      }
      return operation;
    };
  }

  @Bean
  GlobalOpenApiCustomizer operations() {
    return document -> new OpenApiDescription(document).complete(ApiOperations.ALL);
  }

  private static boolean takes(HandlerMethod handler, Class<?> type) {
    return Stream.of(handler.getMethodParameters())
        .anyMatch(parameter -> parameter.getParameterType() == type);
  }

  private static Parameter writeKey() {
    return new Parameter()
        .in("header")
        .name(WriteKeyResolver.HEADER)
        .required(true)
        .description("A value of the client's own for this write, kept for its retries.")
        .schema(new StringSchema().minLength(1).maxLength(255).pattern("[\\x21-\\x7e]{1,255}"))
        .example("order-4711-first-try");
  }

  private static Parameter dryRun() {
    return new Parameter()
        .in("query")
        .name(WriteKeyResolver.DRY_RUN)
        .description("true to be told what the write would answer, with nothing changed.")
        .schema(new BooleanSchema()._default(false));
  }

  private static Parameter expectedVersions() {
    return new Parameter()
        .in("header")
        .name(WriteKeyResolver.EXPECTED)
        .description("Write only if so many entries have moved these accounts.")
        .schema(new StringSchema())
        .example("bank:main:EUR=17");
  }

  private static Parameter limit() {
    return new Parameter()
        .in("query")
        .name("limit")
        .description("How many rows at most.")
        .schema(
            new IntegerSchema()
                ._default(PageRequestResolver.DEFAULT_LIMIT)
                .minimum(BigDecimal.ONE)
                .maximum(BigDecimal.valueOf(PageRequest.MAX_LIMIT)));
  }

  private static Parameter after() {
    return new Parameter()
        .in("query")
        .name("after")
        .description("The cursor 'next' of the page before.")
        .schema(new StringSchema());
  }

  static Parameter minimumPosition() {
    return new Parameter()
        .in("header")
        .name(JournalPositions.MINIMUM)
        .description("The answer shows at least this journal position, or is a 503.")
        .schema(new IntegerSchema().format("int64").minimum(BigDecimal.ZERO));
  }
}
