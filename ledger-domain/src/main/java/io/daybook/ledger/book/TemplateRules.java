package io.daybook.ledger.book;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.book.BookError.TemplateInvalid;
import java.util.List;

/** What every template must satisfy, whatever the state of its book. */
final class TemplateRules {
  private static final int MAX_SHARES = 500;
  private static final int MAX_WEIGHT = 1_000_000;

  private TemplateRules() {}

  /**
   * Checks a template.
   *
   * @throws CommandRefused at the first rule that it breaks
   */
  static void check(TemplateId id, EntryTemplate template) {
    check(id, template.debits());
    check(id, template.credits());
  }

  private static void check(TemplateId id, List<Share> side) {
    if (side.isEmpty() || side.size() > MAX_SHARES) {
      throw new CommandRefused(
          new TemplateInvalid(id, "a side has 1 to " + MAX_SHARES + " accounts"));
    }
    if (side.stream().anyMatch(share -> share.weight() < 1 || share.weight() > MAX_WEIGHT)) {
      throw new CommandRefused(new TemplateInvalid(id, "a weight is from 1 to " + MAX_WEIGHT));
    }
  }
}
