package io.daybook.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.book.BookError;
import io.daybook.ledger.payment.PaymentError;
import io.daybook.ledger.wallet.PayoutAccountError;
import io.daybook.ledger.wallet.PayoutError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No error of the ledger is listed that no test has seen. */
class ErrorsAreTestedTest {
  private static final Path TESTS = Path.of("src/test/java/io/daybook/ledger");

  @Test
  void everyErrorIsExpectedSomewhere() throws IOException {
    String tests = sources();

    assertThat(
            Stream.of(
                    BookError.class,
                    PaymentError.class,
                    PayoutAccountError.class,
                    PayoutError.class)
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .map(Class::getSimpleName)
                .filter(error -> !tests.contains("new " + error + "(")))
        .isEmpty();
  }

  private static String sources() throws IOException {
    var all = new StringBuilder();
    try (Stream<Path> files = Files.walk(TESTS)) {
      List<Path> tests = files.filter(file -> file.toString().endsWith("Test.java")).toList();
      for (Path test : tests) {
        all.append(Files.readString(test));
      }
    }
    return all.toString();
  }
}
