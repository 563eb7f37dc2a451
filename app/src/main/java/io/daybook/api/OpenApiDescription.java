package io.daybook.api;

import io.daybook.security.Permissions;
import io.daybook.security.Role;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/** Completes the OpenAPI document that is made from the code by what only we know. */
final class OpenApiDescription {
  private static final String REST = "/**";
  private static final String JSON = "application/json";

  private final OpenAPI document;

  OpenApiDescription(OpenAPI document) {
    this.document = document;
  }

  void complete(List<ApiOperation> operations) {
    // Only now: the generator drops what its own operations do not name.
    document.getComponents().addSchemas(OpenApiSchemas.PROBLEM, OpenApiSchemas.problem());
    nameRests();
    operations.forEach(this::describe);
    sort(operations);
  }

  /** Puts the paths in the order in which people read them. */
  private void sort(List<ApiOperation> operations) {
    var sorted = new Paths();
    operations.forEach(operation ->
        sorted.putIfAbsent(operation.path(), document.getPaths().get(operation.path())));
    document.getPaths().forEach(sorted::putIfAbsent);
    document.setPaths(sorted);
  }

  /** OpenAPI has no word for "any rest of the path"; a name comes closest. */
  private void nameRests() {
    var named = new Paths();
    document
        .getPaths()
        .forEach((path, item) -> {
          if (path.endsWith(REST)) {
            Parameter rest =
                new PathParameter()
                    .name("path")
                    .description("May contain slashes.")
                    .schema(new StringSchema());
            item.readOperations().forEach(operation -> operation.addParametersItem(rest));
            named.addPathItem(path.replace(REST, "/{path}"), item);
          } else {
            named.addPathItem(path, item);
          }
        });
    document.setPaths(named);
  }

  private void describe(ApiOperation described) {
    Operation operation = find(described);
    operation.setSummary(described.summary());
    operation.setOperationId(operationId(described));
    operation.setTags(List.of(tag(described.path())));
    if (described.method().equals(HttpMethod.GET) && described.path().startsWith("/api/")) {
      operation.addParametersItem(OpenApiConfiguration.minimumPosition());
    }
    describeRequest(operation, described);
    Optional<Set<Role>> roles = Permissions.rolesThatMay(described.method(), described.path());
    roles.ifPresent(some -> describeCallers(operation, some));
    ApiResponses responses = new ApiResponses();
    responses.addApiResponse(
        Integer.toString(described.success().value()), success(operation, described));
    OpenApiProblems.of(operation, described, roles).addTo(responses);
    operation.setResponses(responses);
  }

  private Operation find(ApiOperation described) {
    @Nullable PathItem item = document.getPaths().get(described.path());
    @Nullable Operation operation =
        item == null
            ? null
            : item.readOperationsMap().get(PathItem.HttpMethod.valueOf(described.method().name()));
    if (operation == null) {
      throw new IllegalStateException("there is no " + described);
    }
    return operation;
  }

  private static void describeCallers(Operation operation, Set<Role> roles) {
    operation.addSecurityItem(new SecurityRequirement().addList(OpenApiConfiguration.BEARER));
    if (!roles.isEmpty()) {
      operation.setDescription("For the roles " + names(roles) + ".");
    }
  }

  private static String names(Set<Role> roles) {
    return String.join(", ", roles.stream().map(Role::name).sorted().toList());
  }

  private static String operationId(ApiOperation described) {
    var id = new StringBuilder(described.method().name().toLowerCase(Locale.ROOT));
    for (String word : described.path().replace("/api/v1", "").split("[^A-Za-z]+", -1)) {
      if (!word.isEmpty()) {
        id.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
    }
    return id.toString();
  }

  private static String tag(String path) {
    String[] parts = path.split("[/:]", -1);
    return switch (parts[1]) {
      case "api" -> parts[3];
      case "journal" -> "journal";
      default -> "keys";
    };
  }

  private static void describeRequest(Operation operation, ApiOperation described) {
    if (operation.getRequestBody() == null) {
      return;
    }
    Content content = operation.getRequestBody().getContent();
    @Nullable MediaType form = content.get("multipart/form-data");
    if (form != null) {
      moveIntoForm(operation, form);
    }
    @Nullable MediaType body = content.get(JSON);
    if (body != null && !described.example().isEmpty()) {
      body.setExample(OpenApiProblems.json(described.example()));
    }
  }

  /** The generator takes an upload's plain fields for parameters of the query. */
  private static void moveIntoForm(Operation operation, MediaType form) {
    Schema<?> schema = form.getSchema() == null ? new ObjectSchema() : form.getSchema();
    List<Parameter> fields =
        operation.getParameters().stream()
            .filter(parameter -> parameter.getIn().equals("query"))
            .toList();
    for (Parameter field : fields) {
      schema.addProperty(field.getName(), field.getSchema());
      schema.addRequiredItem(field.getName());
    }
    operation.getParameters().removeAll(fields);
    form.setSchema(schema);
  }

  private ApiResponse success(Operation operation, ApiOperation described) {
    var response = new ApiResponse().description(described.success().getReasonPhrase());
    if (described.body() != null) {
      response.content(content(JSON, schemaOf(described.body())));
      addHeadersOfWrite(response, described);
    } else if (described.mediaType() != null) {
      Schema<?> file = new StringSchema();
      boolean isText = described.mediaType().startsWith("text/");
      response.content(content(described.mediaType(), isText ? file : file.format("binary")));
    } else {
      response.content(generated(operation));
    }
    return response;
  }

  private static void addHeadersOfWrite(ApiResponse response, ApiOperation described) {
    response.addHeaderObject(
        JournalPositions.WRITTEN,
        header(
            "From which journal position on it can be read.", new IntegerSchema().format("int64")));
    response.addHeaderObject(
        IdempotentWrites.REPLAYED,
        header("true if the key was answered before.", new StringSchema()));
    if (described.success() != HttpStatus.OK) {
      response.addHeaderObject(
          "Location", header("Where it can be read.", new StringSchema().format("uri-reference")));
    }
  }

  /** What the generator read from the method's return type or its annotation. */
  private static @Nullable Content generated(Operation operation) {
    return operation.getResponses().values().stream()
        .map(ApiResponse::getContent)
        .filter(content -> content != null && !content.isEmpty())
        .findFirst()
        .orElse(null);
  }

  private Schema<?> schemaOf(Class<?> type) {
    var resolved =
        ModelConverters.getInstance(true)
            .resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
    resolved.referencedSchemas.forEach((name, schema) -> {
      if (!document.getComponents().getSchemas().containsKey(name)) {
        document.getComponents().addSchemas(name, schema);
      }
    });
    return resolved.schema;
  }

  private static Content content(String mediaType, Schema<?> schema) {
    return new Content().addMediaType(mediaType, new MediaType().schema(schema));
  }

  private static Header header(String description, Schema<?> schema) {
    return new Header().description(description).schema(schema);
  }
}
