package io.daybook.api;

import io.daybook.projections.shared.PageRequest;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/** Describes in the OpenAPI document what all resources share. */
@Configuration
class OpenApiConfiguration {
  private static final String BEARER = "bearer";
  private static final String PROBLEM = "Problem";

  static {
    // They come from headers and the query, as the parameters below say.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(WriteKey.class, PageRequest.class);
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
                        .bearerFormat("JWT"))
                .addSchemas(PROBLEM, problemSchema()))
        .addSecurityItem(new SecurityRequirement().addList(BEARER));
  }

  private static Schema<?> problemSchema() {
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

  @Bean
  GlobalOperationCustomizer sharedParameters() {
    return (operation, handler) -> {
      if (takes(handler, WriteKey.class)) {
        operation.addParametersItem(writeKey());
      }
      if (takes(handler, PageRequest.class)) {
        operation.addParametersItem(limit()).addParametersItem(after());
      }
      operation.addParametersItem(minimumPosition());
      describeProblems(operation);
      return operation;
    };
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
        .schema(new StringSchema().minLength(1).maxLength(255).pattern("[\\x21-\\x7e]{1,255}"));
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

  private static Parameter minimumPosition() {
    return new Parameter()
        .in("header")
        .name(JournalPositions.MINIMUM)
        .description("The answer shows at least this journal position, or is a 503.")
        .schema(new IntegerSchema().format("int64").minimum(BigDecimal.ZERO));
  }

  private static void describeProblems(Operation operation) {
    var schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
    var content =
        new Content().addMediaType("application/problem+json", new MediaType().schema(schema));
    operation.getResponses().addApiResponse("4XX", problem("Refused; 'code' says why.", content));
    operation
        .getResponses()
        .addApiResponse("5XX", problem("Failed; 'retryable' says whether to repeat.", content));
  }

  private static ApiResponse problem(String description, Content content) {
    return new ApiResponse().description(description).content(content);
  }
}
