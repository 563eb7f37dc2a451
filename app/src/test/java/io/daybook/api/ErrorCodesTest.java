package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.DomainError;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** The guide lists every code that the API answers with, and no other. */
class ErrorCodesTest {
  private static final List<String> FAMILIES =
      List.of(
          "io.daybook.feed.webhook.WebhookError",
          "io.daybook.kyb.casefile.KybError",
          "io.daybook.kyb.watchlist.WatchlistError",
          "io.daybook.ledger.book.BookError",
          "io.daybook.ledger.payment.PaymentError",
          "io.daybook.ledger.wallet.PayoutAccountError",
          "io.daybook.ledger.wallet.PayoutError",
          "io.daybook.reconciliation.ReconciliationError",
          "io.daybook.retention.RetentionError",
          "io.daybook.ticketing.chain.ChainError",
          "io.daybook.ticketing.inventory.InventoryError",
          "io.daybook.ticketing.order.OrderError",
          "io.daybook.ticketing.show.ShowError",
          "io.daybook.ticketing.ticket.TicketError");
  private static final List<String> PACKAGES =
      List.of("api", "provider", "recorder/keys", "recorder/publication", "security");
  private static final Pattern CODE_IN_SOURCE =
      Pattern.compile("HttpStatus\\.([A-Z_]+),\\s*\"([a-z0-9]+(?:_[a-z0-9]+)*)\"");
  private static final Pattern CODE_IN_GUIDE =
      Pattern.compile("(?m)^\\| `([a-z0-9_]+)` \\| (\\d{3}) \\| [a-z ]+ \\| .+ \\|$");

  @Test
  void theGuideListsEveryCodeInOrder() throws Exception {
    Set<String> codes = new TreeSet<>(ofTheEdge());
    for (String family : FAMILIES) {
      for (Class<?> error : Class.forName(family).getPermittedSubclasses()) {
        DomainError instance = instance(error);
        codes.add(instance.code() + " " + ApiExceptionHandler.status(instance.kind()).value());
      }
    }

    assertThat(ofTheGuide()).containsExactlyElementsOf(codes);
  }

  /** Returns the codes that stand beside a status in the sources of this module. */
  private static Set<String> ofTheEdge() throws IOException {
    Set<String> codes = new TreeSet<>();
    for (String name : PACKAGES) {
      try (Stream<Path> files = Files.list(Path.of("src/main/java/io/daybook", name))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          CODE_IN_SOURCE
              .matcher(Files.readString(file))
              .results()
              .map(found -> found.group(2) + " " + HttpStatus.valueOf(found.group(1)).value())
              .forEach(codes::add);
        }
      }
    }
    return codes;
  }

  private static List<String> ofTheGuide() throws IOException {
    return CODE_IN_GUIDE
        .matcher(Files.readString(Path.of("../docs/api.md")))
        .results()
        .map(found -> found.group(1) + " " + found.group(2))
        .toList();
  }

  /** Makes an error with empty content; its code and kind are the same for all. */
  private static DomainError instance(Class<?> error) throws ReflectiveOperationException {
    Class<?>[] types =
        Arrays.stream(error.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    Constructor<?> constructor = error.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return (DomainError)
        constructor.newInstance(Arrays.stream(types).map(ErrorCodesTest::empty).toArray());
  }

  private static @Nullable Object empty(Class<?> type) {
    if (type == int.class) {
      return 0;
    }
    if (type == long.class) {
      return 0L;
    }
    if (type == Set.class) {
      return Set.of();
    }
    return type == List.class ? List.of() : null;
  }
}
