package io.daybook.api;

import io.daybook.feed.ChangeTypes;
import io.daybook.feed.UnknownChangeType;
import io.daybook.feed.webhook.DeliveryView;
import io.daybook.feed.webhook.Destinations;
import io.daybook.feed.webhook.DisableCause;
import io.daybook.feed.webhook.SecretId;
import io.daybook.feed.webhook.WebhookCommand;
import io.daybook.feed.webhook.WebhookCommand.DisableWebhook;
import io.daybook.feed.webhook.WebhookCommand.EnableWebhook;
import io.daybook.feed.webhook.WebhookCommand.RegisterWebhook;
import io.daybook.feed.webhook.WebhookCommand.RotateSecret;
import io.daybook.feed.webhook.WebhookId;
import io.daybook.feed.webhook.WebhookSecrets;
import io.daybook.feed.webhook.WebhookView;
import io.daybook.feed.webhook.Webhooks;
import io.daybook.ledger.UserId;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that business facts are sent to, and what was sent. */
@RestController
@RequestMapping(path = WebhooksController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class WebhooksController {
  static final String PATH = "/api/v1/admin/webhooks";

  private static final Pattern POSITION = Pattern.compile("0|[1-9][0-9]{0,17}");

  private final Commands commands;
  private final IdempotentWrites writes;
  private final Webhooks webhooks;
  private final Registration registration;

  WebhooksController(
      Commands commands, IdempotentWrites writes, Webhooks webhooks, Registration registration) {
    this.commands = commands;
    this.writes = writes;
    this.webhooks = webhooks;
    this.registration = registration;
  }

  /** What a registration takes. */
  @Component
  record Registration(WebhookSecrets secrets, Destinations destinations, ChangeTypes types) {}

  /**
   * @param types names and families of business facts; none for all
   */
  record WebhookRequest(
      @NotNull String url, @NotNull @Size(max = 50) List<@NotNull String> types) {}

  /** An endpoint with the secret that was just made, which is shown this once. */
  record SecretBody(WebhookId id, SecretId secretId, String secret) {}

  record WebhookActBody(WebhookId id, String state) {}

  @PostMapping
  ResponseEntity<String> register(@Valid @RequestBody WebhookRequest body, WriteKey key) {
    registration
        .destinations()
        .objection(body.url())
        .ifPresent(objection -> {
          throw ApiProblem.of(
              HttpStatus.UNPROCESSABLE_CONTENT, "destination_refused", objection + ".");
        });
    requireTypes(body.types());
    return writes.run(
        key,
        body,
        () -> {
          var webhook = new WebhookId(key.id("whk"));
          // Before the endpoint is known, so that its first message is signed.
          SecretBody made = secret(webhook, key);
          long position =
              commands.send(new RegisterWebhook(webhook, body.url(), body.types(), admin()));
          return Written.created(PATH + "/" + webhook, position, made);
        });
  }

  @PostMapping("/{webhook}:rotate")
  ResponseEntity<String> rotate(@PathVariable String webhook, WriteKey key) {
    WebhookId id = known(webhook).id();
    return writes.run(
        key,
        id,
        () -> {
          SecretBody made = secret(id, key);
          long position = commands.send(new RotateSecret(id, made.secretId(), admin()));
          return Written.accepted(PATH + "/" + id, position, made);
        });
  }

  @PostMapping("/{webhook}:disable")
  ResponseEntity<String> disable(@PathVariable String webhook, WriteKey key) {
    WebhookId id = known(webhook).id();
    return act(key, new DisableWebhook(id, DisableCause.ADMINISTRATOR), "DISABLED");
  }

  @PostMapping("/{webhook}:enable")
  ResponseEntity<String> enable(@PathVariable String webhook, WriteKey key) {
    return act(key, new EnableWebhook(known(webhook).id(), admin()), "ENABLED");
  }

  @GetMapping
  Page<WebhookView> all(PageRequest page) {
    return webhooks.all(page);
  }

  @GetMapping("/{webhook}")
  WebhookView one(@PathVariable String webhook) {
    return known(webhook);
  }

  @GetMapping("/{webhook}/deliveries")
  Page<DeliveryView> deliveries(
      @PathVariable String webhook,
      @RequestParam(required = false) @Nullable String state,
      PageRequest page) {
    return webhooks.deliveries(known(webhook).id(), state(state), page);
  }

  @PostMapping("/{webhook}/deliveries/{position}:redeliver")
  ResponseEntity<String> redeliver(
      @PathVariable String webhook, @PathVariable String position, WriteKey key) {
    WebhookId id = known(webhook).id();
    DeliveryView delivery =
        POSITION.matcher(position).matches()
            ? webhooks
                .delivery(id, Long.parseLong(position))
                .orElseThrow(() -> ApiProblem.notFound("delivery"))
            : notADelivery();
    return writes.run(
        key,
        position,
        () -> {
          webhooks.redeliver(id, delivery.position());
          return Written.accepted(
              PATH + "/" + id + "/deliveries",
              delivery.position(),
              new WebhookActBody(id, DeliveryView.State.PENDING.name()));
        });
  }

  private static DeliveryView notADelivery() {
    throw ApiProblem.notFound("delivery");
  }

  private ResponseEntity<String> act(WriteKey key, WebhookCommand command, String state) {
    return writes.run(
        key,
        command,
        () -> {
          long position = commands.send(command);
          return Written.accepted(
              PATH + "/" + command.webhook(),
              position,
              new WebhookActBody(command.webhook(), state));
        });
  }

  private SecretBody secret(WebhookId webhook, WriteKey key) {
    var id = new SecretId(key.id("whs"));
    return new SecretBody(webhook, id, registration.secrets().make(webhook, id));
  }

  private void requireTypes(List<String> types) {
    try {
      registration.types().matching(types);
    } catch (UnknownChangeType e) {
      throw ApiProblem.of(
          HttpStatus.UNPROCESSABLE_CONTENT, "invalid_request", "types: " + e.getMessage());
    }
  }

  private static DeliveryView.@Nullable State state(@Nullable String text) {
    try {
      return text == null ? null : DeliveryView.State.valueOf(text);
    } catch (IllegalArgumentException e) {
      throw ApiProblem.of(
          HttpStatus.BAD_REQUEST, "invalid_parameter", "state is PENDING, DELIVERED or FAILED.");
    }
  }

  private WebhookView known(String webhook) {
    WebhookId id = PathId.of(WebhookId::new, webhook, "webhook");
    return webhooks.find(id).orElseThrow(() -> ApiProblem.notFound("webhook"));
  }

  private static UserId admin() {
    return new UserId(Caller.current().userId());
  }
}
