package io.daybook.projections.balances;

import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.EntryTemplate;
import io.daybook.ledger.book.Share;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Templates as one text: debits, a bar, credits, each an account and its weight. */
final class TemplateText {
  private TemplateText() {}

  static String of(EntryTemplate template) {
    return side(template.debits()) + "|" + side(template.credits());
  }

  private static String side(List<Share> shares) {
    return shares.stream()
        .map(share -> share.account() + " " + share.weight())
        .collect(Collectors.joining(","));
  }

  static EntryTemplate parse(String text) {
    String[] sides = text.split("\\|", -1);
    return new EntryTemplate(shares(sides[0]), shares(sides[1]));
  }

  private static List<Share> shares(String side) {
    return Stream.of(side.split(",")).map(TemplateText::share).toList();
  }

  private static Share share(String text) {
    String[] parts = text.split(" ", -1);
    return new Share(new AccountId(parts[0]), Integer.parseInt(parts[1]));
  }
}
